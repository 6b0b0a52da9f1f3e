package io.sequence.venues.transport;

import io.sequence.venues.api.AnswerMemory;
import io.sequence.venues.api.AnswerMemory.Said;
import io.sequence.venues.api.Pulse;
import io.sequence.venues.api.VenueAnswer;
import io.sequence.venues.api.VenueAnswer.Yes;
import io.sequence.venues.api.WireRequest;
import io.sequence.venues.api.WireResponse;
import io.sequence.venues.api.WireResult.Answered;
import io.sequence.venues.crypto.Encoding;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads a ping's answer, unless it is the last one word for word. */
final class RepeatedAnswer {
    private RepeatedAnswer() {}

    /**
     * What an answer says.
     *
     * @param memory of the key that was pinged; null when nobody remembers
     * @param reading how it is read when it is not the last one
     */
    static VenueAnswer<Pulse> read(
            @Nullable AnswerMemory memory,
            WireRequest request,
            Answered answered,
            Supplier<VenueAnswer<Pulse>> reading) {
        if (memory == null) {
            return reading.get();
        }
        byte[] hash = hash(request, answered.response());
        Said said = memory.recall(hash).orElse(null);
        if (said != null) {
            return new Yes<>(new Pulse(answered.took(), said.facts()));
        }
        VenueAnswer<Pulse> answer = reading.get();
        if (answer instanceof Yes<Pulse>(Pulse pulse)) {
            memory.keep(hash, pulse.facts());
        }
        return answer;
    }

    /** Of all that a yes is read off: headers say something of refusals alone. */
    private static byte[] hash(WireRequest request, WireResponse response) {
        return Encoding.sha256(request.path() + '\n' + response.status() + '\n' + response.body());
    }
}

package io.sequence.intake.inbound;

import io.sequence.access.Caller;
import io.sequence.vocabulary.AccountId;
import io.sequence.vocabulary.ConnectionId;
import io.sequence.vocabulary.StrategyId;
import io.sequence.vocabulary.SubmissionId;
import io.sequence.vocabulary.TimeOrderedUuid;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads ids from paths and bodies; what is no id names nothing. */
final class Ids {
    private Ids() {}

    static Optional<AccountId> account(String text) {
        return parse(text, AccountId::parse);
    }

    static Optional<StrategyId> strategy(String text) {
        return parse(text, StrategyId::new);
    }

    static Optional<ConnectionId> connection(String text) {
        return parse(text, ConnectionId::parse);
    }

    static Optional<SubmissionId> submission(String text) {
        return parse(text, SubmissionId::parse);
    }

    static Optional<UUID> uuid(String text) {
        return parse(text, TimeOrderedUuid::parse);
    }

    /** The session of whoever calls; null when the token is of none. */
    static @Nullable UUID session(Caller caller) {
        return caller.session().flatMap(Ids::uuid).orElse(null);
    }

    private static <T> Optional<T> parse(String text, Function<String, T> reader) {
        try {
            return Optional.of(reader.apply(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

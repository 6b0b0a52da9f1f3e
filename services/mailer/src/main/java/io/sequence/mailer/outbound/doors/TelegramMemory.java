package io.sequence.mailer.outbound.doors;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What outlives this process about the bot: who asks for its news, how far, and what came of it.
 */
public interface TelegramMemory {
    /**
     * How far the news of a bot was read.
     *
     * @param nextUpdate the first update not read yet; 0 when none ever was
     * @param readAt when the last one was read; null when none ever was
     */
    record Place(long nextUpdate, @Nullable Instant readAt) {}

    /** What somebody wrote or did that others must know. */
    sealed interface ChatFact {
        /** Somebody sent a code; see {@link io.sequence.events.ChannelLinked}. */
        record Linked(String codeHash, long chatId, String chatName) implements ChatFact {}

        /** A chat wants no more, for that reason in our words. */
        record Left(long chatId, String reason) implements ChatFact {}

        /** A group has another number from now on. */
        record Moved(long from, long to) implements ChatFact {}
    }

    /**
     * Makes this process the one that asks, until then, unless another is.
     *
     * @return where to go on; null when another asks
     */
    @Nullable Place hold(String bot, UUID holder, Instant now, Instant until);

    /**
     * Notes what was read and says what came of it, both or neither.
     *
     * @return whether this process still is the one that asks; if not, nothing was noted
     */
    boolean took(String bot, UUID holder, long nextUpdate, List<ChatFact> facts, Instant now);

    /** Lets another ask at once. */
    void release(String bot, UUID holder, Instant now);

    /** The number of a chat that counts now. */
    long current(long chatId);

    /** Notes that a chat has another number from now on. */
    void moved(long from, long to);
}

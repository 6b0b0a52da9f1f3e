/** Telegram's Bot API as its documents describe it, with the people who write to a bot. */
@NullMarked
package io.sequence.simulator.telegram;

import org.jspecify.annotations.NullMarked;

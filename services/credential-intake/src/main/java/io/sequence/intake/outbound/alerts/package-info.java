/** Channels for alerts, the codes that link chats, and how alerts stand. */
@NullMarked
package io.sequence.intake.outbound.alerts;

import org.jspecify.annotations.NullMarked;

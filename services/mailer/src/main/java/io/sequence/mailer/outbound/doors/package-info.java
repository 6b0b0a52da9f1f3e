/** The ways out that are no mail: Telegram, browsers that subscribed, and users' own URLs. */
@NullMarked
package io.sequence.mailer.outbound.doors;

import org.jspecify.annotations.NullMarked;

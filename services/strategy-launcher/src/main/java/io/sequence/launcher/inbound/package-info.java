/** What wakes this service: facts of keys, and a clock that counts bots. */
@NullMarked
package io.sequence.launcher.inbound;

import org.jspecify.annotations.NullMarked;

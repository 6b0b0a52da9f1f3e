/** What sets pings going: proven keys, ended connections, users, shards, and the clock. */
@NullMarked
package io.sequence.health.inbound;

import org.jspecify.annotations.NullMarked;

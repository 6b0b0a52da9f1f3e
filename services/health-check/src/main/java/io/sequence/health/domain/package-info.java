/** When a connection is pinged and what its pings say about it; no framework, no sockets. */
@NullMarked
package io.sequence.health.domain;

import org.jspecify.annotations.NullMarked;

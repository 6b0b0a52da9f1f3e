/** Receivers of webhooks that check what they are sent (Standard Webhooks). */
@NullMarked
package io.sequence.simulator.webhooks;

import org.jspecify.annotations.NullMarked;

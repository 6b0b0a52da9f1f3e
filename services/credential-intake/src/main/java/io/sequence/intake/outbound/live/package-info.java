/** What open pages are told, in order, kept so that a page that was away can ask for the rest. */
@NullMarked
package io.sequence.intake.outbound.live;

import org.jspecify.annotations.NullMarked;

/**
 * How a venue is asked, whichever it is: what a venue's folder gives to the house and what comes
 * back.
 */
@NullMarked
package io.sequence.venues.api;

import org.jspecify.annotations.NullMarked;

/** What the house makes of a key's facts: how long it lives, and what its owner should know. */
@NullMarked
package io.sequence.venues.outlook;

import org.jspecify.annotations.NullMarked;

/**
 * What services tell each other: one file, one topic, one writing service. {@code EventCatalog}
 * lists them.
 */
@NullMarked
package io.sequence.events;

import org.jspecify.annotations.NullMarked;

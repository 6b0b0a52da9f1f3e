/** The connection doctor: what is wrong with pasted credentials, told before anything is sent. */
@NullMarked
package io.sequence.venues.paste;

import org.jspecify.annotations.NullMarked;

/** A trespass that the house rules must catch. */
@NullMarked
package io.sequence.mailer.trespass.domain;

import org.jspecify.annotations.NullMarked;

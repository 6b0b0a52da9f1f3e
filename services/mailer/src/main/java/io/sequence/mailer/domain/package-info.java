/** Which fact deserves which letter, and what the letter says. */
@NullMarked
package io.sequence.mailer.domain;

import org.jspecify.annotations.NullMarked;

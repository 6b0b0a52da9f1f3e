/** What a verdict is and how facts become one; pure functions. */
@NullMarked
package io.sequence.validation.domain;

import org.jspecify.annotations.NullMarked;

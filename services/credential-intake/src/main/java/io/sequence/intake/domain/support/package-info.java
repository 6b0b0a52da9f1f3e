/** What people wait for support with, and what may be written to them. */
@NullMarked
package io.sequence.intake.domain.support;

import org.jspecify.annotations.NullMarked;

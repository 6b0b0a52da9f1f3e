/** What can be chosen: venues and strategies, from declared data. */
@NullMarked
package io.sequence.intake.domain.catalogue;

import org.jspecify.annotations.NullMarked;

/** Where the declared catalogues are read from. */
@NullMarked
package io.sequence.intake.outbound.catalogue;

import org.jspecify.annotations.NullMarked;

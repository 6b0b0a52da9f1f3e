/** The words of the house: identifiers, rights, money and secrets. This package imports nobody. */
@NullMarked
package io.sequence.vocabulary;

import org.jspecify.annotations.NullMarked;

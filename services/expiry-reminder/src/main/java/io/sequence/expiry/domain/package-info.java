/**
 * What is said when: the ladder and what is known of a key. Pure functions of facts and a clock.
 */
@NullMarked
package io.sequence.expiry.domain;

import org.jspecify.annotations.NullMarked;

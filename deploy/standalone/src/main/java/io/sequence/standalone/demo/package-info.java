/** The main journey, walked against a running house as a user would. */
@NullMarked
package io.sequence.standalone.demo;

import org.jspecify.annotations.NullMarked;

/** Benchmarks: how much the house takes in, and how soon a submitted key has its verdict. */
@NullMarked
package io.sequence.standalone.bench;

import org.jspecify.annotations.NullMarked;

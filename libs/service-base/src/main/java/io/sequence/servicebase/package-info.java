/**
 * What every service gets: the error envelope, request ids, JSON settings, JSON logs, and answers
 * that say what is wrong.
 */
@NullMarked
package io.sequence.servicebase;

import org.jspecify.annotations.NullMarked;

/**
 * Who is asking: access tokens, the caller behind a request, passwords, and how often somebody may
 * ask.
 */
@NullMarked
package io.sequence.access;

import org.jspecify.annotations.NullMarked;

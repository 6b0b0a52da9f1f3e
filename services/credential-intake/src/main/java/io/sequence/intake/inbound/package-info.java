/**
 * What the service hears: HTTP under {@code /v1}, and the topics of the other services. No
 * decisions.
 */
@NullMarked
package io.sequence.intake.inbound;

import org.jspecify.annotations.NullMarked;

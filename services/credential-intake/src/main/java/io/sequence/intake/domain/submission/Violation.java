package io.sequence.intake.domain.submission;

/**
 * What is wrong with one field.
 *
 * @param field its path, e.g. {@code credentials.api_key}
 * @param message what is wrong and what would be right, never the value
 */
public record Violation(String field, String message) {}

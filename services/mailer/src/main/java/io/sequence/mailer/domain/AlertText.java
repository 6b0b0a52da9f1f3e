package io.sequence.mailer.domain;

import java.util.List;

/**
 * What an alert says, in plain words.
 *
 * @param title one line, at most 80 characters
 * @param lines one sentence or row each
 * @param path of the console's page about it
 */
public record AlertText(String title, List<String> lines, String path) {}

package io.sequence.intake.domain.account;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What people call the thing they signed in with: browser and system, read from a {@code
 * User-Agent} (RFC 9110 section 10.1.5). Only these words come out, never what was sent.
 */
public final class Device {
    // A header of ours is at most 8 KiB; what identifies a browser stands in far less.
    private static final int LONGEST = 1_000;

    // Most browsers name the ones they descend from, so the first that fits is the youngest.
    private static final List<Named> BROWSERS =
            List.of(
                    Named.of("Edge", "Edg(?:e|A|iOS)?/"),
                    Named.of("Opera", "(?:OPR|OPT|OPiOS|Opera)/"),
                    Named.of("Samsung Internet", "SamsungBrowser/"),
                    Named.of("Vivaldi", "Vivaldi/"),
                    Named.of("Firefox", "(?:Firefox|FxiOS)/"),
                    Named.of("Chrome", "(?:Chrome|CriOS|HeadlessChrome)/"),
                    Named.of("Safari", "Version/[0-9.]+ .*Safari/"),
                    Named.of("curl", "^curl/"));
    private static final List<Named> SYSTEMS =
            List.of(
                    Named.of("iPhone", "\\(iPhone;"),
                    Named.of("iPad", "\\(iPad;"),
                    Named.of("Android", "\\bAndroid\\b"),
                    Named.of("Windows", "\\bWindows\\b"),
                    Named.of("macOS", "\\bMac OS X\\b|\\bMacintosh\\b"),
                    Named.of("ChromeOS", "\\bCrOS\\b"),
                    Named.of("Linux", "\\bLinux\\b"));

    private Device() {}

    /**
     * E.g. {@code Chrome on Linux}, {@code Firefox}, {@code Windows}.
     *
     * @return empty when nothing is known of it
     */
    public static Optional<String> describe(@Nullable String userAgent) {
        if (userAgent == null) {
            return Optional.empty();
        }
        String start = userAgent.substring(0, Math.min(userAgent.length(), LONGEST));
        Optional<String> browser = first(BROWSERS, start);
        Optional<String> system = first(SYSTEMS, start);
        return browser.isPresent() && system.isPresent()
                ? Optional.of(browser.get() + " on " + system.get())
                : browser.or(() -> system);
    }

    private static Optional<String> first(List<Named> all, String userAgent) {
        return all.stream()
                .filter(one -> one.sign().matcher(userAgent).find())
                .map(Named::name)
                .findFirst();
    }

    private record Named(String name, Pattern sign) {
        static Named of(String name, String sign) {
            return new Named(name, Pattern.compile(sign));
        }
    }
}

package io.sequence.venues.paste;

import io.sequence.venues.api.VenueProfile.CredentialField;
import io.sequence.venues.api.VenueProfile.Kind;
import io.sequence.venues.crypto.KeyKind;
import io.sequence.venues.crypto.PastedKey;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * What a field takes. Where a profile declares no kind, its pattern is asked with samples.
 *
 * @param kinds what it takes
 * @param words whether blanks inside are part of a value, as in a passphrase
 * @param pattern what the whole value must match
 * @param maxLength in characters; nothing longer is held against the pattern, which may be slow
 */
record Wanted(Set<Kind> kinds, boolean words, Pattern pattern, int maxLength) {
    static final Set<Kind> FILES =
            Collections.unmodifiableSet(EnumSet.of(Kind.RSA_PEM, Kind.EC_PEM, Kind.ED25519_KEY));

    private static final Pattern ANY_UUID =
            Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern BASE64_OF_64_BYTES = Pattern.compile("[A-Za-z0-9+/]{86}==");
    private static final Pattern ADDRESS = Pattern.compile("0[xX][0-9a-fA-F]{40}");
    private static final Pattern WALLET_KEY = Pattern.compile("0[xX][0-9a-fA-F]{64}");
    private static final String MADE_UP = "g7H2kLmN9pQrStUvWxYz4A1bC3dEfGhJ";
    private static final List<String> PLAIN =
            List.of(
                    MADE_UP.substring(0, 18),
                    MADE_UP.substring(0, 24),
                    MADE_UP,
                    MADE_UP + "Kq8Z",
                    MADE_UP + MADE_UP);
    private static final List<String> MARKED = List.of(sample("EC "), sample("RSA "), sample(""));
    private static final Map<CredentialField, Wanted> KNOWN = new ConcurrentHashMap<>();

    static Wanted of(CredentialField field) {
        return KNOWN.computeIfAbsent(field, Wanted::read);
    }

    private static Wanted read(CredentialField field) {
        Pattern pattern = Pattern.compile(field.pattern());
        boolean words = pattern.matcher("two words").matches();
        return new Wanted(kinds(field, pattern, words), words, pattern, field.maxLength());
    }

    private static Set<Kind> kinds(CredentialField field, Pattern pattern, boolean words) {
        if (!field.kinds().equals(Set.of(Kind.TEXT))) {
            return field.kinds();
        }
        if (words || PLAIN.stream().anyMatch(text -> pattern.matcher(text).matches())) {
            boolean files = !words && matchesAny(pattern, MARKED);
            var kinds = EnumSet.of(Kind.TEXT);
            kinds.addAll(files ? FILES : Set.of());
            return kinds;
        }
        if (matchesAny(pattern, MARKED)) {
            return FILES;
        }
        var kinds = EnumSet.noneOf(Kind.class);
        if (pattern.matcher("0x" + "a".repeat(40)).matches()) {
            kinds.add(Kind.EVM_ADDRESS);
        }
        if (pattern.matcher("0x" + "a".repeat(64)).matches()) {
            kinds.add(Kind.HEX_PRIVATE_KEY);
        }
        if (pattern.matcher("01234567-89ab-4cde-8f01-23456789abcd").matches()) {
            kinds.add(Kind.UUID);
        }
        return kinds.isEmpty() ? field.kinds() : kinds;
    }

    private static boolean matchesAny(Pattern pattern, List<String> samples) {
        return samples.stream().anyMatch(sample -> pattern.matcher(sample).matches());
    }

    private static String sample(String label) {
        return "-----BEGIN "
                + label
                + "PRIVATE KEY-----\n"
                + ("A".repeat(64) + "\n").repeat(6)
                + "-----END "
                + label
                + "PRIVATE KEY-----";
    }

    boolean matches(String value) {
        return value.length() <= maxLength && pattern.matcher(value).matches();
    }

    /** Whether a key file is acceptable at all. */
    boolean takesFiles() {
        return kinds.stream().anyMatch(FILES::contains);
    }

    boolean takes(Kind kind) {
        return kinds.contains(kind);
    }

    /** Whether a value is in the pattern and of a kind that is wanted. */
    boolean fits(String value) {
        if (!matches(value)) {
            return false;
        }
        return takes(Kind.TEXT)
                || takes(Kind.UUID) && isUuid(value)
                || takes(Kind.BASE64_SECRET) && isBase64Secret(value)
                || takes(Kind.EVM_ADDRESS) && isAddress(value)
                || takes(Kind.HEX_PRIVATE_KEY)
                || takesFiles() && PastedKey.glance(value) != KeyKind.NOT_A_KEY;
    }

    static boolean isUuid(String value) {
        return ANY_UUID.matcher(value).matches();
    }

    static boolean isBase64Secret(String value) {
        return BASE64_OF_64_BYTES.matcher(value).matches();
    }

    static boolean isAddress(String value) {
        return ADDRESS.matcher(value).matches();
    }

    /** With its prefix; without one it may as well be a shared secret. */
    static boolean isWalletKey(String value) {
        return WALLET_KEY.matcher(value).matches();
    }
}

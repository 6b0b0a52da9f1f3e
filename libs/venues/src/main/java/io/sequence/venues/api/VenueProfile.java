package io.sequence.venues.api;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.sequence.faults.Fault;
import io.sequence.vocabulary.Market;
import io.sequence.vocabulary.Mode;
import io.sequence.vocabulary.VenueId;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A venue as data. It drives forms, documentation, validation and error handling.
 *
 * @param venue the name in the public contract
 * @param displayName as people write it
 * @param fields what a credential consists of, in the order of the form
 * @param hosts in the order in which they are tried; the first is the default
 * @param markets what can be traded with a key of this venue
 * @param capabilities what the client can do
 * @param guide how to make the key
 * @param faultsByCode the venue's own codes (its HTTP statuses as {@code http:403}) and what they
 *     mean
 * @param expiry what the house assumes when the venue does not report expiry
 * @param rightsNotReported rights that the venue cannot separate or report, with the sentence to
 *     show
 * @param supportNote shown beside self-service, or empty
 * @param limits what the venue lets one address or key ask, empty where it does not say
 * @param closing when the venue ends, null while it goes on
 */
public record VenueProfile(
        VenueId venue,
        String displayName,
        List<CredentialField> fields,
        List<Host> hosts,
        Set<Market> markets,
        Set<Capability> capabilities,
        SetupGuide guide,
        Map<String, Fault> faultsByCode,
        ExpiryRule expiry,
        Map<io.sequence.vocabulary.Right, String> rightsNotReported,
        String supportNote,
        List<RateWindow> limits,
        @Nullable Closing closing) {
    public VenueProfile {
        fields = List.copyOf(fields);
        hosts = List.copyOf(hosts);
        markets = Set.copyOf(markets);
        capabilities = Set.copyOf(capabilities);
        faultsByCode = Map.copyOf(faultsByCode);
        rightsNotReported = Map.copyOf(rightsNotReported);
        limits = List.copyOf(limits);
        if (hosts.isEmpty() || fields.isEmpty()) {
            throw new IllegalArgumentException("a venue has at least one host and one field");
        }
    }

    /** A venue that goes on and whose limits are not declared. */
    public VenueProfile(
            VenueId venue,
            String displayName,
            List<CredentialField> fields,
            List<Host> hosts,
            Set<Market> markets,
            Set<Capability> capabilities,
            SetupGuide guide,
            Map<String, Fault> faultsByCode,
            ExpiryRule expiry,
            Map<io.sequence.vocabulary.Right, String> rightsNotReported,
            String supportNote) {
        this(
                venue,
                displayName,
                fields,
                hosts,
                markets,
                capabilities,
                guide,
                faultsByCode,
                expiry,
                rightsNotReported,
                supportNote,
                List.of(),
                null);
    }

    /** The same venue with its limits. */
    public VenueProfile withLimits(List<RateWindow> declared) {
        return with(declared, closing);
    }

    /** The same venue with its end. */
    public VenueProfile withClosing(Closing end) {
        return with(limits, end);
    }

    private VenueProfile with(List<RateWindow> declared, @Nullable Closing end) {
        return new VenueProfile(
                venue,
                displayName,
                fields,
                hosts,
                markets,
                capabilities,
                guide,
                faultsByCode,
                expiry,
                rightsNotReported,
                supportNote,
                declared,
                end);
    }

    /** The label of the host that is tried first. */
    public String defaultHost() {
        return hosts.getFirst().label();
    }

    /**
     * One field of a credential.
     *
     * @param name on the wire, e.g. {@code api_secret}
     * @param label as the venue writes it
     * @param secret whether it must never be shown again
     * @param required whether it may be left out
     * @param pattern a regular expression that the whole trimmed value must match; as wide as the
     *     venue documents
     * @param maxLength in characters
     * @param help where to find it, one sentence
     * @param kinds what kinds of value it takes; {@link Kind#TEXT} alone says no more than the
     *     pattern
     */
    public record CredentialField(
            String name,
            String label,
            boolean secret,
            boolean required,
            String pattern,
            int maxLength,
            String help,
            @JsonIgnore Set<Kind> kinds) {
        public CredentialField {
            kinds = Set.copyOf(kinds);
        }

        /** A field of which the pattern says everything. */
        public CredentialField(
                String name,
                String label,
                boolean secret,
                boolean required,
                String pattern,
                int maxLength,
                String help) {
            this(name, label, secret, required, pattern, maxLength, help, Set.of(Kind.TEXT));
        }

        /** The same field, for these kinds of value. */
        public CredentialField wanting(Kind... wanted) {
            return new CredentialField(
                    name, label, secret, required, pattern, maxLength, help, Set.of(wanted));
        }
    }

    /** What kind of value a credential's field takes; what the pattern cannot say. */
    public enum Kind {
        /** A text that the venue made or the user chose. */
        TEXT,
        /** Five groups of hexadecimal digits. */
        UUID,
        /** A shared secret that is Base64 of 64 bytes. */
        BASE64_SECRET,
        /** {@code 0x} and 40 hexadecimal digits. */
        EVM_ADDRESS,
        /** A wallet's private key, 64 hexadecimal digits. */
        HEX_PRIVATE_KEY,
        /** An EC private key on P-256. */
        EC_PEM,
        /** An RSA private key. */
        RSA_PEM,
        /** An Ed25519 private key, as a file or as Base64 of its bytes. */
        ED25519_KEY
    }

    /**
     * One address of the venue.
     *
     * @param label e.g. {@code global}, {@code eea}, {@code futures}
     * @param baseUrl without a trailing slash
     * @param mode whether real money trades there
     * @param regional whether keys of another region answer here instead of on the default host
     */
    public record Host(String label, URI baseUrl, Mode mode, boolean regional) {}

    /**
     * How to make the key.
     *
     * @param url the venue's page where keys are made
     * @param steps one sentence each
     * @param tick permissions to tick, in the venue's words
     * @param leaveOff permissions to leave off, in the venue's words
     */
    public record SetupGuide(
            URI url, List<String> steps, List<String> tick, List<String> leaveOff) {}

    /**
     * A venue's end.
     *
     * @param lastDay the last day on which it is open, UTC
     * @param words one sentence for whoever is about to connect
     */
    public record Closing(LocalDate lastDay, String words) {}

    /** What a client can do. */
    public enum Capability {
        INSPECT,
        /** A key has a right of its own for each market; without it one right covers them all. */
        RIGHTS_BY_MARKET,
        PING,
        BALANCES,
        POSITIONS,
        FEE_TIER,
        PLACE_ORDER,
        CANCEL_ORDER,
        GET_ORDER,
        OPEN_ORDERS,
        RECENT_FILLS,
        TICKER,
        INSTRUMENT
    }

    /** What the house assumes of a key's life when the venue does not report it. */
    public enum ExpiryRule {
        /** 90 days from submission. */
        NINETY_DAYS,
        /** It lives until it is deleted. */
        PERMANENT
    }
}

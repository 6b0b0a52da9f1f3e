package io.sequence.venues.paste;

import com.fasterxml.jackson.databind.JsonNode;
import io.sequence.venues.api.VenueProfile;
import io.sequence.venues.api.VenueProfile.CredentialField;
import io.sequence.venues.transport.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The JSON file that a venue offers for download, pasted whole: tells which part goes where. */
final class DownloadedFile {
    /** What files call the parts, the likeliest first. */
    private static final Map<String, List<String>> NAMES =
            Map.of(
                    "api_key",
                    List.of(
                            "apikey",
                            "apikeyname",
                            "keyname",
                            "name",
                            "apikeyid",
                            "keyid",
                            "id",
                            "key",
                            "accesskey"),
                    "api_secret",
                    List.of("privatekey", "apisecret", "apisecretkey", "secretkey", "secret"),
                    "passphrase",
                    List.of("passphrase", "apipassphrase"));

    private DownloadedFile() {}

    /** Puts the parts of a file where they belong; {@code values} is changed. */
    static void unpack(
            VenueProfile profile, Map<String, String> values, List<PasteFinding> findings) {
        for (CredentialField field : profile.fields()) {
            String value = values.getOrDefault(field.name(), "");
            String text = Cleaning.visible(value).strip();
            if (!text.startsWith("{")) {
                continue;
            }
            Optional<JsonNode> file = Json.parse(text).filter(JsonNode::isObject);
            if (file.isEmpty()) {
                findings.add(
                        PasteFinding.refused(
                                field.name(),
                                "file_cut_off",
                                "starts like a downloaded JSON file but does not end like one",
                                "Open the file again and paste the " + field.label() + " alone."));
                values.remove(field.name());
                continue;
            }
            findings.add(unpack(profile, field, file.get(), values));
        }
    }

    private static PasteFinding unpack(
            VenueProfile profile,
            CredentialField pasted,
            JsonNode file,
            Map<String, String> values) {
        values.remove(pasted.name());
        var taken = new ArrayList<String>();
        for (CredentialField field : profile.fields()) {
            Optional<String> part = part(field, file);
            if (part.isPresent() && values.getOrDefault(field.name(), "").isBlank()) {
                values.put(field.name(), part.get());
                taken.add(field.label());
            }
        }
        if (!values.containsKey(pasted.name())) {
            return PasteFinding.refused(
                    pasted.name(),
                    "downloaded_file",
                    "is a whole JSON file without a " + pasted.label() + " in it",
                    "Paste the " + pasted.label() + " alone: " + pasted.help());
        }
        return PasteFinding.repaired(
                pasted.name(),
                "downloaded_file",
                "is the whole downloaded file",
                "We took these out of it: " + String.join(", ", taken) + ".");
    }

    private static Optional<String> part(CredentialField field, JsonNode file) {
        List<String> names = NAMES.getOrDefault(field.name(), List.of());
        int best = Integer.MAX_VALUE;
        String found = null;
        for (Map.Entry<String, JsonNode> member : file.properties()) {
            String name = plain(member.getKey());
            int rank = name.equals(plain(field.name())) ? -1 : names.indexOf(name);
            boolean known = rank >= 0 || name.equals(plain(field.name()));
            boolean usable = member.getValue().isTextual() && !member.getValue().asText().isBlank();
            if (known && usable && rank < best) {
                best = rank;
                found = member.getValue().asText();
            }
        }
        return Optional.ofNullable(found);
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    }
}

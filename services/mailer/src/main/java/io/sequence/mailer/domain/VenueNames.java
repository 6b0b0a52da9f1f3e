package io.sequence.mailer.domain;

import io.sequence.vocabulary.VenueId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** What venues are called, from {@code venue-names.properties}. */
final class VenueNames {
    private static final String FILE = "/venue-names.properties";
    private static final Properties NAMES = read();

    private VenueNames() {}

    /** The venue's name; the id itself when it has no other name here. */
    static String of(VenueId id) {
        return NAMES.getProperty(id.value(), id.value());
    }

    private static Properties read() {
        try (InputStream file = VenueNames.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException(FILE + " is missing");
            }
            Properties names = new Properties();
            names.load(file);
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

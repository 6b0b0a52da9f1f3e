package io.sequence.venues.transport;

import io.sequence.vocabulary.Asset;
import java.util.Locale;
import java.util.Optional;

/** Venues' asset codes in the house's alphabet. */
public final class AssetCodes {
    private AssetCodes() {}

    /** The asset of a code, in any case; empty when the house has no way to write it. */
    public static Optional<Asset> asset(String code) {
        try {
            return Optional.of(new Asset(code.strip().toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException unwritable) {
            return Optional.empty();
        }
    }
}

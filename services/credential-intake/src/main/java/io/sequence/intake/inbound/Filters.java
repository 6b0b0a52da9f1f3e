package io.sequence.intake.inbound;

import io.sequence.faults.ApiFault;
import io.sequence.intake.domain.support.PlainText;
import io.sequence.intake.outbound.support.Window;
import io.sequence.servicebase.ApiException;
import io.sequence.servicebase.ErrorEnvelope.FieldError;
import io.sequence.vocabulary.AccountId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a list is asked for and names everything that is not acceptable at once, as {@code
 * INVALID_PARAMS}: {@link #check()} comes after all.
 */
final class Filters {
    private static final int MOST = 200;
    private static final int USUAL = 50;
    private static final int LONGEST = 254;
    private static final String NO_CURSOR = "must be the next of an answer of this call";
    private static final Pattern NUMBER = Pattern.compile("\\d{1,4}");

    private final List<FieldError> errors = new ArrayList<>();

    /** The part of a list whose rows have UUIDs. */
    Window window(@Nullable String limit, @Nullable String after) {
        return window(limit, after, Window.Place::uuid);
    }

    /** The part of a list whose rows have ids that are texts, or none. */
    Window windowOfTexts(@Nullable String limit, @Nullable String after) {
        return window(limit, after, place -> {});
    }

    private Window window(
            @Nullable String limit, @Nullable String after, Consumer<Window.Place> check) {
        int most = limit(limit);
        Window.Place place = null;
        if (after != null) {
            try {
                place = Window.Place.parse(after);
                check.accept(place);
            } catch (IllegalArgumentException e) {
                errors.add(new FieldError("after", NO_CURSOR));
                place = null;
            }
        }
        return new Window(most, place);
    }

    /** How many rows a part of a list has at most. */
    int limit(@Nullable String given) {
        if (given == null) {
            return USUAL;
        }
        int most = NUMBER.matcher(given).matches() ? Integer.parseInt(given) : 0;
        if (most < 1 || most > MOST) {
            errors.add(new FieldError("limit", "must be a number from 1 to " + MOST));
            return USUAL;
        }
        return most;
    }

    /** The last row of the part before, of a list whose rows are named by what they are. */
    <T> @Nullable T after(@Nullable String given, Function<String, Optional<T>> reader) {
        return read("after", given, reader, NO_CURSOR);
    }

    /** One of a few names. */
    @Nullable String oneOf(String field, @Nullable String given, String... names) {
        if (given == null || List.of(names).contains(given)) {
            return given;
        }
        errors.add(new FieldError(field, "must be " + String.join(" or ", names)));
        return null;
    }

    /** An account's id. */
    @Nullable AccountId account(@Nullable String given) {
        return read("account_id", given, Ids::account, "must be the id of an account");
    }

    /** Something that is named by a text. */
    <T> @Nullable T read(
            String field,
            @Nullable String given,
            Function<String, Optional<T>> reader,
            String objection) {
        if (given == null) {
            return null;
        }
        Optional<T> found = reader.apply(given);
        if (found.isEmpty()) {
            errors.add(new FieldError(field, objection));
        }
        return found.orElse(null);
    }

    /** A text to be found exactly. */
    @Nullable String text(String field, @Nullable String given) {
        if (given == null) {
            return null;
        }
        String objection = PlainText.objection(given, LONGEST, false);
        if (objection != null) {
            errors.add(new FieldError(field, objection));
        }
        return given;
    }

    /** Refuses the request if anything was not acceptable. */
    void check() {
        if (!errors.isEmpty()) {
            throw new ApiException(
                    ApiFault.INVALID_PARAMS, ApiFault.INVALID_PARAMS.message(), errors);
        }
    }
}

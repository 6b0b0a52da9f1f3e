package io.sequence.intake.inbound;

import io.sequence.faults.ApiFault;
import io.sequence.servicebase.ApiException;
import io.sequence.servicebase.ErrorEnvelope.FieldError;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the query parameters that all lists share. */
final class Paging {
    private static final int USUAL = 50;
    private static final int MOST = 200;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,3}");

    private Paging() {}

    /** How many rows are wanted. */
    static int limit(@Nullable String given) {
        if (given == null) {
            return USUAL;
        }
        int limit = NUMBER.matcher(given).matches() ? Integer.parseInt(given) : 0;
        if (limit < 1 || limit > MOST) {
            throw badParameter("limit", "must be a number from 1 to " + MOST);
        }
        return limit;
    }

    /** A cursor that no answer gave. */
    static ApiException badCursor() {
        return badParameter("after", "must be the next of an earlier answer");
    }

    private static ApiException badParameter(String name, String problem) {
        return new ApiException(
                ApiFault.INVALID_PARAMS,
                ApiFault.INVALID_PARAMS.message(),
                List.of(new FieldError(name, problem)));
    }
}

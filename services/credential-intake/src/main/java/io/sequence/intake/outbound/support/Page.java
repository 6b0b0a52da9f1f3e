package io.sequence.intake.outbound.support;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param rows at most as many as were asked for
 * @param next names the part that follows, null when there is none
 */
public record Page<T>(List<T> rows, @Nullable String next) {
    /**
     * The part that these rows are, of which one more than was asked for tells that others follow.
     */
    public static <T> Page<T> of(List<T> rows, Window window, Function<T, Window.Place> place) {
        if (rows.size() <= window.limit()) {
            return new Page<>(rows, null);
        }
        List<T> shown = rows.subList(0, window.limit());
        return new Page<>(List.copyOf(shown), place.apply(shown.getLast()).text());
    }
}

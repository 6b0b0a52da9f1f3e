package io.sequence.intake.outbound.support;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list's statement as it is put together: newest first, from a place on. Values are bound; names
 * of columns are ours.
 */
public final class Listing {
    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();
    private final String order;
    private final Window window;

    private Listing(String order, Window window) {
        this.order = order;
        this.window = window;
    }

    /** Rows with time-ordered UUIDs, ordered by that. */
    static Listing byId(String id, Window window) {
        var list = new Listing(id + " desc", window);
        if (window.after() != null) {
            list.conditions.add(id + " < ?");
            list.values.add(window.after().uuid());
        }
        return list;
    }

    /** Rows with UUIDs, ordered by a time and that. */
    static Listing byTime(String time, String id, Window window) {
        return byTime(time, id, window, window.after() == null ? "" : window.after().uuid());
    }

    /** Rows with ids that are texts, ordered by a time and that. */
    public static Listing byTimeAndText(String time, String id, Window window) {
        return byTime(time, id, window, window.after() == null ? "" : window.after().id());
    }

    private static Listing byTime(String time, String id, Window window, Object last) {
        var list = new Listing(time + " desc, " + id + " desc", window);
        if (window.after() != null) {
            list.conditions.add("(" + time + ", " + id + ") < (?, ?)");
            list.values.add(window.after().at());
            list.values.add(last);
        }
        return list;
    }

    /** Only rows whose column has the value, when there is one. */
    public Listing where(String column, @Nullable Object value) {
        if (value != null) {
            conditions.add(column + " = ?");
            values.add(value);
        }
        return this;
    }

    /**
     * The same for one of a few names, which stands in the statement itself: only so does the
     * planner see that an index of the rows of that name serves.
     */
    Listing whereName(String column, @Nullable String name) {
        if (name != null) {
            if (!name.matches("[a-z_]+")) {
                throw new IllegalArgumentException("not a name");
            }
            conditions.add(column + " = '" + name + "'");
        }
        return this;
    }

    String statement(String select) {
        return select
                + (conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions))
                + " order by "
                + order
                + " limit "
                + (window.limit() + 1);
    }

    List<Object> values() {
        return List.copyOf(values);
    }
}

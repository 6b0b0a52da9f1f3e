package io.sequence.venues.api;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A request's few headers, in their order; never changes. A table of hashes would cost more. */
final class Headers extends AbstractMap<String, String> {
    private final String[] namesAndValues;

    private Headers(Map<String, String> given) {
        namesAndValues = new String[2 * given.size()];
        int at = 0;
        for (Map.Entry<String, String> one : given.entrySet()) {
            namesAndValues[at++] = one.getKey();
            namesAndValues[at++] = one.getValue();
        }
    }

    /** A copy that keeps the given order; of headers themselves, these. */
    static Headers of(Map<String, String> given) {
        return given instanceof Headers headers ? headers : new Headers(given);
    }

    @Override
    public int size() {
        return namesAndValues.length / 2;
    }

    @Override
    public @Nullable String get(@Nullable Object name) {
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (namesAndValues[i].equals(name)) {
                return namesAndValues[i + 1];
            }
        }
        return null;
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return get(name) != null;
    }

    @Override
    public Set<Map.Entry<String, String>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public int size() {
                return Headers.this.size();
            }

            @Override
            public Iterator<Map.Entry<String, String>> iterator() {
                return new Lines();
            }
        };
    }

    private final class Lines implements Iterator<Map.Entry<String, String>> {
        private int next;

        @Override
        public boolean hasNext() {
            return next < namesAndValues.length;
        }

        @Override
        public Map.Entry<String, String> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            next += 2;
            return Map.entry(namesAndValues[next - 2], namesAndValues[next - 1]);
        }
    }
}

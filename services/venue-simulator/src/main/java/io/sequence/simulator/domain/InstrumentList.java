package io.sequence.simulator.domain;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a venue lets one trade. */
public final class InstrumentList {

    private final List<Instrument> all;
    private final Map<String, Instrument> bySymbol;

    public InstrumentList(List<Instrument> all) {
        this.all = List.copyOf(all);
        this.bySymbol =
                all.stream().collect(Collectors.toMap(Instrument::symbol, Function.identity()));
    }

    public List<Instrument> all() {
        return all;
    }

    /** The instruments of one kind. */
    public List<Instrument> of(Instrument.Kind kind) {
        return all.stream().filter(i -> i.kind() == kind).toList();
    }

    /** The instrument under a symbol, null when there is none. */
    public @Nullable Instrument find(String symbol) {
        return bySymbol.get(symbol);
    }

    /** The instrument that an order or a position was made in. */
    Instrument get(String symbol) {
        Instrument instrument = bySymbol.get(symbol);
        if (instrument == null) {
            throw new IllegalStateException("no instrument " + symbol);
        }
        return instrument;
    }
}

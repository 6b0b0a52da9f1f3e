package io.sequence.simulator.binance;

import static io.sequence.simulator.binance.BinanceReplies.refusal;

import io.sequence.simulator.domain.Instrument;
import io.sequence.simulator.domain.InstrumentList;
import io.sequence.simulator.wire.Params;
import io.sequence.simulator.wire.VenueCall;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a request says: its parameters out of query and form body, the query's winning, and the text
 * that its signature is made over. Source: Binance Spot REST API, "General information on
 * endpoints" and "SIGNED endpoint security".
 */
final class BinanceForm {

    private static final String SIGNATURE = "signature=";

    private BinanceForm() {}

    /** The parameters; a GET has none in its body, and only a form is read. */
    static Params params(VenueCall call) {
        return Params.ofForm(call.rawQuery() + '&' + body(call));
    }

    /** Query and body as they were sent, joined by nothing, without the signature. */
    static String payload(VenueCall call) {
        return unsigned(call.rawQuery()) + unsigned(body(call));
    }

    /**
     * A parameter that must be there.
     *
     * @throws io.sequence.simulator.wire.Refusal with -1102 when it is not
     */
    static String mandatory(Params params, String name) {
        String value = params.get(name);
        if (value == null) {
            throw missing(name);
        }
        return value;
    }

    /** A positive amount that must be there. */
    static BigDecimal amount(Params params, String name) {
        mandatory(params, name);
        BigDecimal amount = params.decimal(name);
        if (amount == null || amount.signum() <= 0) {
            throw refusal(-1013, "Invalid " + name + ".");
        }
        return amount;
    }

    /** The instrument that {@code symbol} names. */
    static Instrument instrument(Params params, InstrumentList instruments) {
        return known(mandatory(params, "symbol"), instruments);
    }

    /** The instruments that {@code symbol} or {@code symbols} names; all when neither is there. */
    static List<Instrument> instruments(Params params, InstrumentList instruments) {
        String one = params.get("symbol");
        String several = params.get("symbols");
        if (one != null) {
            return List.of(known(one, instruments));
        }
        if (several == null) {
            return instruments.all().stream().filter(i -> i.symbol().indexOf('#') < 0).toList();
        }
        return Arrays.stream(several.replaceAll("[\\[\\]\"\\s]", "").split(","))
                .map(symbol -> known(symbol, instruments))
                .toList();
    }

    /** How many rows are asked for. */
    static int limit(Params params, int usual, int most) {
        BigDecimal limit = params.decimal("limit");
        return limit == null ? usual : Math.clamp(limit.longValue(), 1, most);
    }

    static io.sequence.simulator.wire.Refusal missing(String name) {
        return refusal(
                -1102,
                "Mandatory parameter '" + name + "' was not sent, was empty/null, or malformed.");
    }

    private static Instrument known(String symbol, InstrumentList instruments) {
        Instrument found = symbol.indexOf('#') < 0 ? instruments.find(symbol) : null;
        if (found == null) {
            throw refusal(-1121, "Invalid symbol.");
        }
        return found;
    }

    private static String body(VenueCall call) {
        String type = call.header("content-type");
        boolean form = type == null || !type.toLowerCase(java.util.Locale.ROOT).contains("json");
        return call.method().equals("GET") || !form ? "" : call.text();
    }

    private static String unsigned(String text) {
        if (!text.contains(SIGNATURE)) {
            return text;
        }
        List<String> kept = new ArrayList<>();
        for (String pair : text.split("&", -1)) {
            if (!pair.startsWith(SIGNATURE)) {
                kept.add(pair);
            }
        }
        return String.join("&", kept);
    }

    /** The first of two parameters that is there. */
    static @Nullable String either(Params params, String one, String other) {
        String value = params.get(one);
        return value == null ? params.get(other) : value;
    }
}

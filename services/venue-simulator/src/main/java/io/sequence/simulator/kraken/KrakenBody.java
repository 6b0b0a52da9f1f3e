package io.sequence.simulator.kraken;

import io.sequence.simulator.wire.Params;
import io.sequence.simulator.wire.VenueCall;

/** The parameters of a private call: a form, or JSON when the content type says so. */
final class KrakenBody {

    private KrakenBody() {}

    static Params of(VenueCall call) {
        String type = call.headers().getOrDefault("content-type", "");
        return type.startsWith("application/json") ? call.json() : Params.ofForm(call.text());
    }
}

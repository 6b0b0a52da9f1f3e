package io.sequence.simulator.inbound;

import io.sequence.simulator.wire.Json;
import io.sequence.simulator.wire.VenueReply;
import java.util.List;
import java.util.UUID;

/** A refusal of the admin API in the house's envelope. */
final class HouseError extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** What is wrong with one field. */
    record Detail(String field, String message) {}

    private final int status;
    private final String code;
    private final transient List<Detail> details;

    HouseError(int status, String code, String message, List<Detail> details) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.details = List.copyOf(details);
    }

    HouseError(int status, String code, String message) {
        this(status, code, message, List.of());
    }

    /** One field is wrong. */
    static HouseError field(String field, String message) {
        return new HouseError(
                422,
                "VALIDATION_FAILED",
                "The request has invalid fields.",
                List.of(new Detail(field, message)));
    }

    VenueReply reply() {
        return VenueReply.json(
                status,
                Json.object(
                        "error",
                        Json.object(
                                "code",
                                code,
                                "message",
                                String.valueOf(getMessage()),
                                "request_id",
                                UUID.randomUUID().toString(),
                                "details",
                                details)));
    }
}

package io.sequence.intake.inbound;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An answer of each call that shows how things stand, for the contract's document. */
final class AnswerExamples {
    private static final String CONNECTION = "0199a000-0000-7000-8000-000000000002";
    private static final String SUBMISSION = "0199a000-0000-7000-8000-000000000003";
    private static final Map<String, Map<String, Object>> ANSWERS =
            Map.of(
                    "GET /v1/connections/{id}/history",
                    history(),
                    "GET /v1/assets",
                    assets(),
                    "GET /v1/submissions",
                    submissions(),
                    "GET /v1/faults",
                    faults());

    private AnswerExamples() {}

    /** What a call such as {@code GET /v1/assets} answers with 200. */
    static Optional<Map<String, Object>> of(String call) {
        return Optional.ofNullable(ANSWERS.get(call));
    }

    private static Map<String, Object> history() {
        return Map.of(
                "connection_id",
                CONNECTION,
                "from",
                "2026-11-20T10:10:00Z",
                "until",
                "2026-11-21T10:07:12Z",
                "step_seconds",
                300,
                "points",
                List.of(
                        Map.of(
                                "at", "2026-11-21T10:00:00Z",
                                "pings", 5,
                                "failed", 1,
                                "typical_millis", 84,
                                "longest_millis", 310)),
                "outages",
                List.of(
                        Map.of(
                                "status", "error",
                                "from", "2026-11-21T10:01:04Z",
                                "until", "2026-11-21T10:03:04Z",
                                "reason", maintenance())));
    }

    private static Map<String, Object> assets() {
        return Map.of(
                "assets",
                List.of(
                        Map.of(
                                "mode",
                                "live",
                                "asset",
                                "BTC",
                                "total",
                                "0.75",
                                "free",
                                "0.5",
                                "holdings",
                                List.of(
                                        holding("unified", true, "0.5"),
                                        holding("funding", false, "0.25")))),
                "without_balances",
                List.of());
    }

    private static Map<String, Object> holding(String wallet, boolean trades, String total) {
        return Map.of(
                "connection_id",
                CONNECTION,
                "label",
                "Main account",
                "venue",
                "bybit",
                "wallet",
                wallet,
                "trades",
                trades,
                "total",
                total,
                "free",
                "0.25",
                "as_of",
                "2026-11-21T10:05:00Z");
    }

    private static Map<String, Object> submissions() {
        var submission = new HashMap<String, Object>();
        submission.put("submission_id", SUBMISSION);
        submission.put("connection_id", CONNECTION);
        submission.put("type", "add");
        submission.put("status", "validating");
        submission.put("reason", maintenance());
        submission.put("warnings", List.of());
        submission.put("venue", "bybit");
        submission.put("market", "spot");
        submission.put("strategy_id", "usdt_dca");
        submission.put("label", "Main account");
        submission.put("created_at", "2026-11-21T10:02:00Z");
        submission.put("decided_at", null);
        return Map.of("submissions", List.of(submission), "next", SUBMISSION);
    }

    private static Map<String, Object> faults() {
        return Map.of(
                "faults",
                List.of(
                        Map.of(
                                "code", "INVALID_KEY",
                                "title", "Unknown API key",
                                "meaning", "The venue does not know this API key.",
                                "fix",
                                        "Check that the key was copied whole and still exists at"
                                            + " the venue, or make a new key there and submit it.",
                                "turn", "user",
                                "retry", "never",
                                "user_must_act", true)));
    }

    private static Map<String, Object> maintenance() {
        return Map.of(
                "code", "VENUE_MAINTENANCE",
                "message", "The venue is under maintenance.",
                "venue_code", "10016",
                "venue_words", "System maintenance",
                "fix", "Nothing to do: we keep trying.");
    }
}

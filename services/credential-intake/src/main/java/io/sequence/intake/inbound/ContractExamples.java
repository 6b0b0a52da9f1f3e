package io.sequence.intake.inbound;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A body of each call that takes one, for the contract's document. */
final class ContractExamples {
    private static final String CHALLENGE = "0199a000-0000-7000-8000-000000000001";
    private static final Map<String, Map<String, Object>> BODIES =
            Map.ofEntries(
                    entry(
                            "POST /v1/venues/{venue}/check-paste",
                            Map.of(
                                    "credentials",
                                    Map.of(
                                            "api_key", "the key as it was pasted",
                                            "api_secret", "the secret as it was pasted"))),
                    entry(
                            "POST /v1/accounts",
                            Map.of(
                                    "email", "ada@example.org",
                                    "password", "tidal-harbour-9461",
                                    "name", "Ada Lovelace")),
                    entry(
                            "PATCH /v1/me",
                            Map.of("name", "Ada Lovelace", "anti_phishing_code", "analytical")),
                    entry(
                            "PUT /v1/me/password",
                            Map.of(
                                    "current_password", "tidal-harbour-9461",
                                    "new_password", "quiet-lantern-2718")),
                    entry("PUT /v1/me/mails", Map.of("unwanted", List.of("expiring"))),
                    entry(
                            "POST /v1/auth/sign-in",
                            Map.of("email", "ada@example.org", "password", "tidal-harbour-9461")),
                    entry("POST /v1/auth/resend", Map.of("challenge_id", CHALLENGE)),
                    entry(
                            "POST /v1/auth/verify",
                            Map.of("challenge_id", CHALLENGE, "code", "204816")),
                    entry(
                            "PATCH /v1/operator/accounts/{id}",
                            Map.of("support_clearance", "cleared")),
                    entry("PATCH /v1/connections/{id}", Map.of("label", "Main account")),
                    entry(
                            "POST /v1/submissions",
                            Map.ofEntries(
                                    entry("email", "ada@example.org"),
                                    entry("type", "add"),
                                    entry("market", "spot"),
                                    entry("venue", "bybit"),
                                    entry("strategy_id", "btc_accumulation"),
                                    entry("label", "Main account"),
                                    entry(
                                            "credentials",
                                            Map.of(
                                                    "api_key", "the key as the venue showed it",
                                                    "api_secret",
                                                            "the secret as the venue showed it")),
                                    entry("anti_phishing_code", "analytical"),
                                    entry("funded_confirmed", true),
                                    entry("terms_accepted", true))));

    private static final Map<String, Map<String, Object>> SUPPORT =
            Map.of(
                    "POST /v1/support-requests",
                    Map.of(
                            "venue", "binance",
                            "market", "spot",
                            "strategy_id", "usdt_dca",
                            "message", "I would like to connect my Binance account."),
                    "PATCH /v1/operator/support-requests/{id}",
                    Map.of("state", "closed"),
                    "POST /v1/operator/accounts/{id}/messages",
                    Map.of(
                            "subject",
                            "Your Binance account",
                            "text",
                            "Hello Ada,\n" + "we can connect it this week: please write to us."));

    private static final Map<String, Map<String, Object>> ALERTS =
            Map.of(
                    "PUT /v1/alerts/wishes",
                    Map.of(
                            "persist_minutes",
                            5,
                            "quiet_hours",
                            Map.of("from", "22:00", "until", "07:00", "zone", "Europe/Vienna")),
                    "POST /v1/alerts/channels",
                    Map.of(
                            "kind", "webhook",
                            "url", "https://example.org/hooks/sequence",
                            "name", "On-call",
                            "urgent_only", false),
                    "PATCH /v1/alerts/channels/{id}",
                    Map.of("enabled", true, "urgent_only", true));

    private ContractExamples() {}

    /** The body of a call such as {@code POST /v1/accounts}. */
    static Optional<Map<String, Object>> of(String call) {
        return Optional.ofNullable(
                BODIES.getOrDefault(call, SUPPORT.getOrDefault(call, ALERTS.get(call))));
    }
}

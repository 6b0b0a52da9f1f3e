package io.sequence.validation;

import io.sequence.events.ConnectionEvent;
import io.sequence.events.ConnectionEvent.About;
import io.sequence.events.EventJson;
import io.sequence.events.KeyDisconnected;
import io.sequence.events.KeySubmitted;
import io.sequence.events.Recipient;
import io.sequence.events.SubmissionType;
import io.sequence.testing.EventProbe;
import io.sequence.testing.Neighbours;
import io.sequence.testing.RealKeysets;
import io.sequence.testing.TestHouse;
import io.sequence.testing.VenueSimulator.Account;
import io.sequence.vault.CredentialAddress;
import io.sequence.vault.Sealer;
import io.sequence.vault.VaultTable;
import io.sequence.vocabulary.AccountId;
import io.sequence.vocabulary.Asset;
import io.sequence.vocabulary.ConnectionId;
import io.sequence.vocabulary.CredentialVersion;
import io.sequence.vocabulary.Market;
import io.sequence.vocabulary.Mode;
import io.sequence.vocabulary.Money;
import io.sequence.vocabulary.Secret;
import io.sequence.vocabulary.StrategyId;
import io.sequence.vocabulary.SubmissionId;
import io.sequence.vocabulary.VenueId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Does what credential-intake does: seals a key into the vault and says that it was submitted. */
final class Submitter {
    private final TestHouse house;
    private final EventProbe events;
    private final Neighbours neighbours;
    private final Sealer sealer = RealKeysets.sealer();

    Submitter(TestHouse house) {
        this.house = house;
        this.events = house.events();
        this.neighbours = new Neighbours(events);
    }

    /** What to submit; the defaults are an added Bybit key for spot without a minimum. */
    record Wish(
            AccountId account,
            ConnectionId connection,
            int version,
            long revision,
            String venue,
            SubmissionType type,
            Market market,
            Money minimum) {
        static Wish of(String venue) {
            return new Wish(
                    AccountId.next(),
                    ConnectionId.next(),
                    1,
                    1,
                    venue,
                    SubmissionType.ADD,
                    Market.SPOT,
                    null);
        }

        Wish by(AccountId other) {
            return new Wish(other, connection, version, revision, venue, type, market, minimum);
        }

        Wish needing(String amount, String asset) {
            return new Wish(
                    account,
                    connection,
                    version,
                    revision,
                    venue,
                    type,
                    market,
                    new Money(new BigDecimal(amount), new Asset(asset)));
        }

        Wish refresh() {
            return new Wish(
                    account,
                    connection,
                    version + 1,
                    revision + 1,
                    venue,
                    SubmissionType.REFRESH,
                    market,
                    null);
        }

        About about() {
            return new About(
                    account,
                    connection,
                    new CredentialVersion(version),
                    revision,
                    new VenueId(venue),
                    Mode.LIVE);
        }
    }

    KeySubmitted submit(Wish wish, Account key) {
        return submit(wish, key.credentials());
    }

    KeySubmitted submit(Wish wish, Map<String, String> credentials) {
        KeySubmitted submission = submission(wish);
        seal(wish, credentials);
        say(submission, UUID.randomUUID());
        return submission;
    }

    KeySubmitted submission(Wish wish) {
        return new KeySubmitted(
                wish.about(),
                SubmissionId.next(),
                wish.type(),
                wish.market(),
                new StrategyId("btc_accumulation"),
                wish.minimum(),
                "mine",
                "abcd",
                new Recipient("ada@example.org", "Ada", "0x001 / Ada", "word"),
                Instant.now());
    }

    void seal(Wish wish, Map<String, String> credentials) {
        About about = wish.about();
        var address =
                new CredentialAddress(
                        about.accountId(),
                        about.connectionId(),
                        about.credentialVersion(),
                        about.venue(),
                        about.mode());
        Map<String, Secret> secrets =
                credentials.entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey, entry -> Secret.of(entry.getValue())));
        new VaultTable(house.dataSource("credential-intake"))
                .insert(address, sealer.seal(secrets, address));
    }

    void disconnect(Wish wish) {
        new VaultTable(house.dataSource("credential-intake")).eraseAll(wish.connection());
        neighbours.tell(
                new KeyDisconnected(
                        new About(
                                wish.account(),
                                wish.connection(),
                                new CredentialVersion(wish.version()),
                                wish.revision() + 1,
                                new VenueId(wish.venue()),
                                Mode.LIVE),
                        "mine",
                        new Recipient("ada@example.org", "Ada", "0x001 / Ada", "word"),
                        Instant.now()));
    }

    void say(KeySubmitted submission, UUID eventId) {
        neighbours.tell(submission, eventId);
    }

    void garble(Wish wish, String value) {
        neighbours.garble("key.submitted", wish.connection(), value);
    }

    <T extends ConnectionEvent> T await(Class<T> type, String topic, KeySubmitted submission) {
        return EventJson.read(
                events.await(
                                topic,
                                seen ->
                                        seen.value() != null
                                                && seen.value()
                                                        .contains(
                                                                submission
                                                                        .submissionId()
                                                                        .toString()))
                        .value(),
                type);
    }

    long count(String topic, KeySubmitted submission) {
        return events.eachOnce(topic).stream()
                .filter(
                        seen ->
                                seen.value() != null
                                        && seen.value()
                                                .contains(submission.submissionId().toString()))
                .count();
    }

    VaultTable vault() {
        return new VaultTable(house.dataSource("key-validation"));
    }
}

package io.sequence.health;

import io.sequence.events.CheckRequested;
import io.sequence.events.ConnectionEvent.About;
import io.sequence.events.EventJson;
import io.sequence.events.KeyDisconnected;
import io.sequence.events.KeyDrifted;
import io.sequence.events.KeyHealth;
import io.sequence.events.KeyPaused;
import io.sequence.events.KeyProven;
import io.sequence.events.KeyProven.Proof;
import io.sequence.events.KeyValidated;
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
import io.sequence.venues.Venues;
import io.sequence.vocabulary.AccountId;
import io.sequence.vocabulary.ConnectionId;
import io.sequence.vocabulary.CredentialVersion;
import io.sequence.vocabulary.Market;
import io.sequence.vocabulary.Mode;
import io.sequence.vocabulary.Rights;
import io.sequence.vocabulary.Secret;
import io.sequence.vocabulary.StrategyId;
import io.sequence.vocabulary.SubmissionId;
import io.sequence.vocabulary.VenueId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Does what intake and validation do: seals keys, makes them active, says what happened. */
final class Prover {
    private static final Recipient ADA =
            new Recipient("ada@example.org", "Ada", "0x001 / Ada", "word");

    private final TestHouse house;
    private final EventProbe events;
    private final Neighbours neighbours;
    private final Sealer sealer = RealKeysets.sealer();

    Prover(TestHouse house) {
        this.house = house;
        this.events = house.events();
        this.neighbours = new Neighbours(events);
    }

    About first(String venue) {
        return new About(
                AccountId.next(),
                ConnectionId.next(),
                CredentialVersion.FIRST,
                1,
                new VenueId(venue),
                Mode.LIVE);
    }

    static About next(About about) {
        return new About(
                about.accountId(),
                about.connectionId(),
                about.credentialVersion().next(),
                about.revision() + 1,
                about.venue(),
                about.mode());
    }

    About connect(String venue, Account key) {
        About about = first(venue);
        accept(about, key);
        return about;
    }

    void accept(About about, Account key) {
        accept(about, key, new Rights(Map.of()), List.of(), null);
    }

    /** A key of which validation knew whose account it is for. */
    About connectOwned(String venue, Account key, Rights rights) {
        About about = first(venue);
        accept(about, key, rights, List.of(), key.uid());
        return about;
    }

    /** A key whose rights and addresses were told when it was accepted. */
    About connect(String venue, Account key, Rights rights, List<String> ips) {
        About about = first(venue);
        accept(about, key, rights, ips, null);
        return about;
    }

    private void accept(
            About about, Account key, Rights rights, List<String> ips, @Nullable String uid) {
        var address =
                new CredentialAddress(
                        about.accountId(),
                        about.connectionId(),
                        about.credentialVersion(),
                        about.venue(),
                        about.mode());
        Map<String, Secret> secrets =
                key.credentials().entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey, entry -> Secret.of(entry.getValue())));
        new VaultTable(house.dataSource("credential-intake"))
                .insert(address, sealer.seal(secrets, address));
        new VaultTable(house.dataSource("key-validation"))
                .promote(about.connectionId(), about.credentialVersion());
        neighbours.tell(
                new KeyValidated(
                        about,
                        SubmissionId.next(),
                        about.credentialVersion().value() == 1
                                ? SubmissionType.ADD
                                : SubmissionType.REFRESH,
                        Market.SPOT,
                        new StrategyId("btc_accumulation"),
                        "mine",
                        Venues.find(about.venue()).orElseThrow().profile().defaultHost(),
                        rights,
                        ips,
                        null,
                        null,
                        false,
                        List.of(),
                        List.of(),
                        ADA,
                        "abcd",
                        Instant.now(),
                        Instant.now(),
                        uid));
    }

    void disconnect(About about) {
        new VaultTable(house.dataSource("credential-intake")).eraseAll(about.connectionId());
        neighbours.tell(new KeyDisconnected(next(about), "mine", ADA, Instant.now()));
    }

    void pause(About about, long act, boolean paused) {
        neighbours.tell(new KeyPaused(about, act, paused, Instant.now()));
    }

    UUID check(About about) {
        UUID id = UUID.randomUUID();
        neighbours.tell(new CheckRequested(about, id, Instant.now()));
        return id;
    }

    KeyHealth awaitHealth(About about, Predicate<KeyHealth> fits) {
        return EventJson.read(
                events.await(
                                "key.health",
                                seen ->
                                        about.connectionId().toString().equals(seen.key())
                                                && seen.value() != null
                                                && fits.test(
                                                        EventJson.read(
                                                                seen.value(), KeyHealth.class)))
                        .value(),
                KeyHealth.class);
    }

    KeyDrifted awaitDrift(About about, Predicate<KeyDrifted> fits) {
        return EventJson.read(
                events.await(
                                "key.drifted",
                                seen ->
                                        about.connectionId().toString().equals(seen.key())
                                                && fits.test(
                                                        EventJson.read(
                                                                seen.value(), KeyDrifted.class)))
                        .value(),
                KeyDrifted.class);
    }

    List<KeyDrifted> drifts(About about) {
        return events.eachOnce("key.drifted").stream()
                .filter(seen -> about.connectionId().toString().equals(seen.key()))
                .map(seen -> EventJson.read(seen.value(), KeyDrifted.class))
                .toList();
    }

    long transitions(About about) {
        return events.eachOnce("key.health").stream()
                .filter(seen -> about.connectionId().toString().equals(seen.key()))
                .count();
    }

    Proof awaitProof(About about, Predicate<Proof> fits) {
        var seen =
                events.await(
                        "key.proven",
                        entry -> proofs(entry.value(), about).stream().anyMatch(fits));
        return proofs(seen.value(), about).stream().filter(fits).findFirst().orElseThrow();
    }

    List<Proof> proofs(About about) {
        return events.eachOnce("key.proven").stream()
                .flatMap(entry -> proofs(entry.value(), about).stream())
                .toList();
    }

    private static List<Proof> proofs(String json, About about) {
        return EventJson.read(json, KeyProven.class).proofs().stream()
                .filter(proof -> proof.connectionId().equals(about.connectionId()))
                .toList();
    }
}

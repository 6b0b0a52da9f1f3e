package io.sequence.standalone.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.sequence.events.EventCatalog;
import io.sequence.events.KeyValidated;
import io.sequence.vault.CredentialAddress;
import io.sequence.vault.Keysets;
import io.sequence.vault.Sealer;
import io.sequence.vault.VaultTable;
import io.sequence.venues.Venues;
import io.sequence.vocabulary.AccountId;
import io.sequence.vocabulary.ConnectionId;
import io.sequence.vocabulary.CredentialVersion;
import io.sequence.vocabulary.Mode;
import io.sequence.vocabulary.Secret;
import io.sequence.vocabulary.VenueId;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.common.utils.Utils;

/**
 * Connections put straight into the house's tables, each with a simulated account of its own and
 * its credential sealed as intake seals it.
 */
final class Fleet {
    private static final int AT_ONCE = 24;
    private static final int BATCH = 1_000;
    private static final int SHARDS =
            EventCatalog.topics().stream()
                    .filter(topic -> topic.payload() == KeyValidated.class)
                    .findFirst()
                    .orElseThrow()
                    .partitions();
    private static final String ACTIVE = "update vault.credential set state = 'active'";
    private static final String WATCHED =
            "insert into health_check.watched_connection (connection_id, account_id, version,"
                    + " revision, venue, mode, market, host, shard, dirty, last_proof_at) values"
                    + " (?, ?, 1, 1, ?, 'live', 'spot', ?, ?, false, now())";

    private final Ground ground;
    private final BenchApi api;
    private final Sealer sealer;
    private final List<String> venues;
    private final List<Member> members = new ArrayList<>();

    /**
     * One of them.
     *
     * @param venue simulated
     * @param account at that venue
     * @param connection of the house
     * @param key the credential as its owner would paste it
     */
    record Member(String venue, String account, ConnectionId connection, Map<String, String> key) {
        @Override
        public String toString() {
            return "Member[" + connection + " at " + venue + "]";
        }
    }

    /** An empty one that will be spread evenly over venues. */
    Fleet(Ground ground, List<String> venues) {
        this.ground = ground;
        this.api = new BenchApi(ground);
        this.sealer = new Sealer(Keysets.readPublic(ground.vaultPublicKeyset()));
        this.venues = List.copyOf(venues);
    }

    /** The credentials as their owners would paste them, in the order of making. */
    List<Map<String, String>> keys() {
        return members.stream().map(Member::key).toList();
    }

    /** All, in the order of making. */
    List<Member> members() {
        return List.copyOf(members);
    }

    /** Makes more until there are so many. */
    void growTo(int size) throws InterruptedException {
        try (Connection admin = ground.postgres().connect(ground.database())) {
            while (members.size() < size) {
                int from = members.size();
                members.addAll(open(from, Math.min(size, from + BATCH)));
                insert(admin, from);
            }
            try (Statement statement = admin.createStatement()) {
                statement.execute(ACTIVE);
                statement.execute("vacuum analyze vault.credential");
                statement.execute("vacuum analyze health_check.watched_connection");
            }
        } catch (SQLException e) {
            throw new BenchTrouble("connections could not be put in: " + e.getMessage(), e);
        }
    }

    private List<Member> open(int from, int to) throws InterruptedException {
        try (ExecutorService threads =
                Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            List<Future<JsonNode>> opening = new ArrayList<>();
            for (int n = from; n < to; n++) {
                String venue = venue(n);
                opening.add(threads.submit(() -> api.openAccount(venue)));
            }
            List<Member> opened = new ArrayList<>();
            for (Future<JsonNode> one : opening) {
                opened.add(member(venue(from + opened.size()), one.get()));
            }
            return opened;
        } catch (ExecutionException e) {
            throw new BenchTrouble("simulated accounts could not be made: " + e.getCause(), e);
        }
    }

    private static Member member(String venue, JsonNode opened) {
        Map<String, String> key = new HashMap<>();
        opened.path("credentials")
                .properties()
                .forEach(field -> key.put(field.getKey(), field.getValue().asText()));
        return new Member(
                venue, opened.path("account_id").asText(), ConnectionId.next(), Map.copyOf(key));
    }

    private void insert(Connection admin, int from) throws SQLException {
        try (PreparedStatement credential = admin.prepareStatement(VaultTable.INSERT);
                PreparedStatement watched = admin.prepareStatement(WATCHED)) {
            for (Member member : members.subList(from, members.size())) {
                var venue = new VenueId(member.venue());
                var address =
                        new CredentialAddress(
                                AccountId.next(),
                                member.connection(),
                                CredentialVersion.FIRST,
                                venue,
                                Mode.LIVE);
                credential.setObject(1, address.accountId().value());
                credential.setObject(2, address.connectionId().value());
                credential.setInt(3, address.version().value());
                credential.setString(4, venue.value());
                credential.setString(5, address.mode().wireName());
                credential.setBytes(6, seal(member.key(), address));
                credential.addBatch();
                watched.setObject(1, address.connectionId().value());
                watched.setObject(2, address.accountId().value());
                watched.setString(3, venue.value());
                watched.setString(4, host(venue));
                watched.setInt(5, shardOf(address.connectionId()));
                watched.addBatch();
            }
            credential.executeBatch();
            watched.executeBatch();
        }
    }

    private byte[] seal(Map<String, String> key, CredentialAddress address) {
        Map<String, Secret> fields = new HashMap<>();
        key.forEach((name, value) -> fields.put(name, Secret.of(value)));
        return sealer.seal(fields, address);
    }

    private String venue(int n) {
        return venues.get(n % venues.size());
    }

    private static String host(VenueId venue) {
        return Venues.find(venue).orElseThrow().profile().defaultHost();
    }

    /** As the service names shards: the partition of the connection's own events. */
    private static int shardOf(ConnectionId connection) {
        byte[] key = connection.toString().getBytes(StandardCharsets.UTF_8);
        return Utils.toPositive(Utils.murmur2(key)) % SHARDS;
    }
}

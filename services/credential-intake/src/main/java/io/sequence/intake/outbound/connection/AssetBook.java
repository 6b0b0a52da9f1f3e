package io.sequence.intake.outbound.connection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sequence.events.WalletBalance;
import io.sequence.intake.domain.asset.AssetTotal;
import io.sequence.intake.domain.asset.AssetTotal.Found;
import io.sequence.intake.domain.asset.Holding;
import io.sequence.vocabulary.AccountId;
import io.sequence.vocabulary.ConnectionId;
import io.sequence.vocabulary.VenueId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/** Reads what lies in an account's connections, as the venues last told it. */
@ApplicationScoped
public class AssetBook {
    private final ConnectionBook connections;
    private final ObjectMapper json;

    AssetBook(ConnectionBook connections, ObjectMapper json) {
        this.connections = connections;
        this.json = json;
    }

    /**
     * What is known of an account's money.
     *
     * @param assets sorted by asset
     * @param withoutBalances connections whose venue has not told any yet
     */
    public record Assets(List<AssetTotal> assets, List<Silent> withoutBalances) {}

    /**
     * A connection that is in no sum.
     *
     * @param connectionId which one
     * @param label the user's name for it
     * @param venue where the account is
     * @param status as of the connection
     */
    public record Silent(ConnectionId connectionId, String label, VenueId venue, String status) {}

    /** All that is known of an account's money. */
    public Assets all(AccountId account) {
        List<ConnectionView> all = connections.all(account);
        return new Assets(
                AssetTotal.of(all.stream().flatMap(this::holdings).toList()),
                all.stream().filter(this::isSilent).map(AssetBook::silent).toList());
    }

    private Stream<Found> holdings(ConnectionView connection) {
        return balances(connection)
                .map(
                        balance ->
                                new Found(
                                        connection.mode(),
                                        balance.asset(),
                                        new Holding(
                                                connection.connectionId(),
                                                connection.label(),
                                                connection.venue(),
                                                balance.wallet(),
                                                balance.trades(),
                                                balance.total(),
                                                balance.available(),
                                                connection.balancesAt())));
    }

    /** An account with nothing in it has told so; then there is a time. */
    private boolean isSilent(ConnectionView connection) {
        return connection.balancesAt() == null && balances(connection).findAny().isEmpty();
    }

    private static Silent silent(ConnectionView connection) {
        return new Silent(
                connection.connectionId(),
                connection.label(),
                connection.venue(),
                connection.status());
    }

    private Stream<WalletBalance> balances(ConnectionView connection) {
        try {
            return Stream.of(json.readValue(connection.balances(), WalletBalance[].class));
        } catch (JsonProcessingException e) {
            // The parser's message quotes the amounts.
            throw new IllegalStateException(
                    "balances of connection " + connection.connectionId() + " cannot be read");
        }
    }
}

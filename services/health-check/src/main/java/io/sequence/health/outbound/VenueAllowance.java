package io.sequence.health.outbound;

import io.sequence.health.domain.Allowance;
import io.sequence.venues.transport.BudgetFacts;
import io.sequence.venues.transport.VertxVenueTransport;
import io.sequence.vocabulary.ConnectionId;
import io.sequence.vocabulary.VenueId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The budgets of the transport that this process asks venues through. */
@ApplicationScoped
public class VenueAllowance implements Allowance {
    private final VertxVenueTransport transport;

    VenueAllowance(VertxVenueTransport transport) {
        this.transport = transport;
    }

    @Override
    public int address(ConnectionId connection) {
        return transport.egress().of(connection);
    }

    @Override
    public long room(VenueId venue, int address) {
        return transport.pingRoom(venue, address);
    }

    /** How the budgets stand of every venue that was asked, at each of our addresses. */
    public List<BudgetFacts> facts() {
        return transport.budgets();
    }

    /** The place of an address among ours, by its name. */
    public int place(String address) {
        return transport.egress().addresses().indexOf(address);
    }
}

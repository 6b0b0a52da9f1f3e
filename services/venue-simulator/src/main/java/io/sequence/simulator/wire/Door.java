package io.sequence.simulator.wire;

import io.sequence.simulator.domain.Accounts;
import io.sequence.simulator.domain.ApiKey;
import io.sequence.simulator.domain.Right;
import io.sequence.simulator.domain.TradingDesk;
import io.sequence.simulator.domain.VenueAccount;
import io.sequence.simulator.wire.Hearing.Caller;
import java.util.Map;

/**
 * The order in which a venue deals with a request: find the endpoint, know the caller, check the
 * right, count, answer.
 */
public final class Door {

    /** A venue's own words at the door. */
    public interface Keeper {
        /**
         * Knows the caller by key, signature, clock and address.
         *
         * @throws Refusal in the venue's words when the caller is not let in
         */
        Caller admit(VenueCall call);

        /** There is no such path. */
        VenueReply notFound(VenueCall call);

        /** The key lacks the right. */
        VenueReply denied(Hearing hearing);

        /** What was asked cannot be read as the numbers it should hold. */
        VenueReply unreadable(Hearing hearing);
    }

    private final Endpoints endpoints;
    private final Keeper keeper;
    private final Accounts accounts;
    private final TradingDesk desk;

    public Door(Endpoints endpoints, Keeper keeper, Accounts accounts, TradingDesk desk) {
        this.endpoints = endpoints;
        this.keeper = keeper;
        this.accounts = accounts;
        this.desk = desk;
    }

    /** Answers a request. */
    public VenueReply answer(VenueCall call) {
        Endpoints.Found found = endpoints.find(call.method(), call.path());
        if (found == null) {
            return keeper.notFound(call);
        }
        try {
            return found.endpoint().needs() == Endpoint.Needs.NOTHING
                    ? heard(found.endpoint(), new Hearing(call, found.path(), null))
                    : signed(call, found);
        } catch (Refusal refusal) {
            return refusal.reply();
        }
    }

    private VenueReply signed(VenueCall call, Endpoints.Found found) {
        Caller caller = keeper.admit(call);
        Hearing hearing = new Hearing(call, Map.copyOf(found.path()), caller);
        VenueAccount account = caller.account();
        Endpoint endpoint = found.endpoint();
        synchronized (account) {
            account.count(caller.key().apiKey(), endpoint.label(), call.now());
            boolean settled = desk.settle(account, call.now());
            try {
                return allowed(endpoint.needs(), caller.key())
                        ? heard(endpoint, hearing)
                        : keeper.denied(hearing);
            } finally {
                if (settled || !endpoint.method().equals("GET")) {
                    accounts.changed(account);
                }
            }
        }
    }

    private VenueReply heard(Endpoint endpoint, Hearing hearing) {
        try {
            return endpoint.handler().apply(hearing);
        } catch (NumberFormatException notANumber) {
            return keeper.unreadable(hearing);
        }
    }

    private static boolean allowed(Endpoint.Needs needs, ApiKey key) {
        return switch (needs) {
            case NOTHING, KEY -> true;
            case READ -> key.may(Right.READ);
            case TRADE -> key.may(Right.TRADE);
            case WITHDRAW -> key.may(Right.WITHDRAW);
            case TRANSFER -> key.may(Right.TRANSFER);
        };
    }
}

package io.sequence.intake.inbound;

import io.sequence.faults.Fault;
import io.sequence.intake.outbound.connection.ReasonView;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The catalogue of what can be wrong, as the public contract shows it. */
final class FaultViews {
    private static final String USER = "user";
    private static final String US = "us";

    private FaultViews() {}

    /**
     * One row.
     *
     * @param code as in every {@code reason}
     * @param title a few words
     * @param meaning one sentence
     * @param fix the one thing to do
     * @param turn whose turn it is: {@code user}, {@code us} or {@code venue}
     * @param retry what asking again brings: {@code never} another answer, {@code later} perhaps,
     *     or {@code after_looking} it up
     * @param userMustAct whether it stands until the user has acted
     */
    record FaultView(
            String code,
            String title,
            String meaning,
            String fix,
            @Schema(enumeration = {"user", "us", "venue"}) String turn,
            @Schema(enumeration = {"never", "later", "after_looking"}) String retry,
            boolean userMustAct) {}

    /** All rows: those of the catalogue, then the two with which the house itself ends a wait. */
    static List<FaultView> all() {
        return Stream.concat(
                        Stream.of(Fault.values()).map(FaultViews::of),
                        Stream.of(
                                of(ReasonView.SUPERSEDED, "A newer key came first", US),
                                of(ReasonView.DISCONNECTED, "Connection ended", USER)))
                .toList();
    }

    private static FaultView of(Fault fault) {
        return new FaultView(
                fault.name(),
                title(fault),
                fault.meaning(),
                fault.fix(),
                turn(fault),
                fault.retry().name().toLowerCase(Locale.ROOT),
                fault.userMustAct());
    }

    private static FaultView of(ReasonView reason, String title, String turn) {
        return new FaultView(
                reason.code(), title, reason.message(), reason.fix(), turn, "never", false);
    }

    private static String turn(Fault fault) {
        return switch (fault.blame()) {
            case KEY, ACCOUNT, REQUEST -> USER;
            case VENUE -> "venue";
            case OURSELVES -> US;
        };
    }

    private static String title(Fault fault) {
        return switch (fault) {
            case INVALID_KEY -> "Unknown API key";
            case INVALID_SIGNATURE -> "Wrong API secret";
            case INVALID_PASSPHRASE -> "Wrong passphrase";
            case IP_NOT_ALLOWED -> "Our addresses are not on the key's IP list";
            case PERMISSION_DENIED -> "Permission missing";
            case KEY_EXPIRED -> "Key expired";
            case ENVIRONMENT_MISMATCH -> "Key of another site";
            case WRONG_MARKET -> "Not set up for this market";
            case AMBIGUOUS_AUTH -> "Key refused without a reason";
            case READ_MISSING -> "Reading is not allowed";
            case TRADE_MISSING -> "Trading is not allowed";
            case WITHDRAW_GRANTED -> "Key may withdraw";
            case TRANSFER_GRANTED -> "Key may transfer";
            case ACCOUNT_ALREADY_CONNECTED -> "Account already connected";
            case DIFFERENT_ACCOUNT -> "Key of another account";
            case ACCOUNT_LOCKED -> "Account locked";
            case REGION_RESTRICTED -> "Not served in this region";
            case INSUFFICIENT_FUNDS -> "Insufficient funds";
            case TIMESTAMP_SKEW -> "Clocks disagree";
            case NONCE -> "Key's counter out of order";
            case RATE_LIMITED -> "Venue asks to slow down";
            case IP_BANNED -> "Venue paused our requests";
            case VENUE_UNAVAILABLE -> "Venue not available";
            case VENUE_MAINTENANCE -> "Venue under maintenance";
            case VENUE_INCIDENT -> "Trouble of the venue as a whole";
            case OUR_TROUBLE -> "Trouble of ours";
            case UNREACHABLE -> "Venue not reached";
            case HELD_BACK -> "Waits its turn";
            case UNKNOWN_OUTCOME -> "Answer lost";
            case UNRECOGNISED -> "Unknown answer of the venue";
            case BAD_REQUEST -> "Request not understood";
            case BAD_SYMBOL -> "Symbol not traded";
            case MIN_SIZE -> "Order too small";
            case ORDER_FUNDS -> "Not enough for this order";
            case ORDER_REJECTED -> "Order rejected";
            case ORDER_NOT_FOUND -> "Order not found";
            case DUPLICATE_CLIENT_ID -> "Order exists already";
        };
    }
}

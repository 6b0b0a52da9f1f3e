package io.sequence.faults;

/**
 * One row a fault: its code, what asking again brings, whose turn it is, what it means and the one
 * fix, in words for the person who connected the key. The names are the reason codes of the public
 * contract.
 */
public enum Fault {
    INVALID_KEY(
            Retry.NEVER,
            Blame.KEY,
            "The venue does not know this API key.",
            "Check that the key was copied whole and still exists at the venue, or make a "
                    + "new key there and submit it."),
    INVALID_SIGNATURE(
            Retry.NEVER,
            Blame.KEY,
            "The API secret does not belong to this API key.",
            "Copy the secret again exactly as the venue showed it; if it is lost, make a "
                    + "new key and submit it."),
    INVALID_PASSPHRASE(
            Retry.NEVER,
            Blame.KEY,
            "The passphrase is not the one chosen when this key was made.",
            "Enter the passphrase of the API key itself, not a login password; if it is "
                    + "lost, make a new key."),
    IP_NOT_ALLOWED(
            Retry.NEVER,
            Blame.KEY,
            "The key's IP list does not contain our addresses.",
            "Add our IP addresses, shown in the setup guide, to the key's IP list at the "
                    + "venue."),
    PERMISSION_DENIED(
            Retry.NEVER,
            Blame.KEY,
            "The key lacks a permission that this needs.",
            "Tick the permissions named in the setup guide on the key at the venue, or make "
                    + "a new key with them."),
    KEY_EXPIRED(
            Retry.NEVER,
            Blame.KEY,
            "The key has expired at the venue.",
            "Make a new key at the venue and submit it with Refresh API, or extend this one "
                    + "there."),
    ENVIRONMENT_MISMATCH(
            Retry.NEVER,
            Blame.KEY,
            "The key belongs to another environment of the venue: demo, testnet or another "
                    + "regional site.",
            "Make the key on the venue's live site of your own region and submit that one."),
    WRONG_MARKET(
            Retry.NEVER,
            Blame.KEY,
            "The account or key is not set up for the chosen market.",
            "Switch the venue account to a mode that trades this market, or choose the "
                    + "other market."),
    AMBIGUOUS_AUTH(
            Retry.LATER,
            Blame.KEY,
            "The venue refused the key without saying why.",
            "Check that the key exists, has not expired and that its IP list contains our "
                    + "addresses."),
    READ_MISSING(
            Retry.NEVER,
            Blame.KEY,
            "The key may not read the account.",
            "Allow reading (query) on the key at the venue, or make a new key with it."),
    TRADE_MISSING(
            Retry.NEVER,
            Blame.KEY,
            "The key may not trade on the chosen market.",
            "Allow trading on the chosen market on the key at the venue, or make a new key "
                    + "with it."),
    WITHDRAW_GRANTED(
            Retry.NEVER,
            Blame.KEY,
            "The key may withdraw funds, so it was refused and erased.",
            "Make a new key at the venue with withdrawals off; delete this one there."),
    TRANSFER_GRANTED(
            Retry.NEVER,
            Blame.KEY,
            "The key may transfer funds, so it was refused and erased.",
            "Make a new key at the venue with transfers off; delete this one there."),
    ACCOUNT_ALREADY_CONNECTED(
            Retry.NEVER,
            Blame.ACCOUNT,
            "This exchange account is already connected.",
            "Disconnect it where it is connected now, use Refresh API there, or contact "
                    + "support."),
    DIFFERENT_ACCOUNT(
            Retry.NEVER,
            Blame.KEY,
            "The new key belongs to another exchange account than the connection.",
            "Make the new key on the same exchange (sub-)account, or add the other account "
                    + "as a connection of its own."),
    ACCOUNT_LOCKED(
            Retry.NEVER,
            Blame.ACCOUNT,
            "The venue has locked or restricted the account.",
            "Sign in at the venue and follow what it asks for, or contact its support."),
    REGION_RESTRICTED(
            Retry.NEVER,
            Blame.ACCOUNT,
            "The venue does not serve this account from here.",
            "Contact support: another way to connect may exist for your region."),
    INSUFFICIENT_FUNDS(
            Retry.NEVER,
            Blame.ACCOUNT,
            "Insufficient funds: the account holds less than is needed in the wallet that "
                    + "trades.",
            "Deposit or move the missing amount into the wallet that trades, then submit "
                    + "again."),
    TIMESTAMP_SKEW(
            Retry.LATER,
            Blame.OURSELVES,
            "The venue did not accept our clock.",
            "Nothing to do: we correct our clock and try again."),
    NONCE(
            Retry.LATER,
            Blame.OURSELVES,
            "The venue saw this key's counter out of order; another program may use the "
                    + "same key.",
            "We try again; if it keeps happening, give Sequence Connect a key of its own that no "
                    + "other program uses."),
    RATE_LIMITED(
            Retry.LATER,
            Blame.VENUE,
            "The venue asked us to slow down.",
            "Nothing to do: we wait and try again."),
    IP_BANNED(
            Retry.LATER,
            Blame.VENUE,
            "The venue has paused requests from our address.",
            "Nothing to do: we wait and try again."),
    VENUE_UNAVAILABLE(
            Retry.LATER,
            Blame.VENUE,
            "The venue does not answer properly at the moment.",
            "Nothing to do: we keep trying."),
    VENUE_MAINTENANCE(
            Retry.LATER,
            Blame.VENUE,
            "The venue is under maintenance.",
            "Nothing to do: we keep trying."),
    VENUE_INCIDENT(
            Retry.LATER,
            Blame.VENUE,
            "Many keys fail at this venue in the same way at the moment: the trouble is the "
                    + "venue's, not your key's.",
            "Nothing to do: leave your key as it is. We keep watching and tell you when it "
                    + "is over."),
    OUR_TROUBLE(
            Retry.LATER,
            Blame.OURSELVES,
            "We have trouble of our own at the moment and cannot prove your key; nothing is wrong "
                    + "with it as far as we know.",
            "Nothing to do: leave your key as it is. Our operators are at it, and we tell you "
                    + "when it is over."),
    UNREACHABLE(
            Retry.LATER,
            Blame.OURSELVES,
            "We could not reach the venue.",
            "Nothing to do: we keep trying."),
    HELD_BACK(
            Retry.LATER,
            Blame.OURSELVES,
            "We have asked this venue as often as it lets us for the moment.",
            "Nothing to do: it waits its turn and is asked as soon as there is room."),
    UNKNOWN_OUTCOME(
            Retry.AFTER_LOOKING,
            Blame.VENUE,
            "The venue's answer was lost: it may or may not have happened.",
            "Nothing to do: we look it up before anything is sent again."),
    UNRECOGNISED(
            Retry.LATER,
            Blame.VENUE,
            "The venue answered with something we do not know yet.",
            "Nothing to do: we keep trying and our operators are told."),
    BAD_REQUEST(
            Retry.NEVER,
            Blame.REQUEST,
            "The venue did not understand the request.",
            "Contact support with the request id."),
    BAD_SYMBOL(
            Retry.NEVER,
            Blame.REQUEST,
            "The venue does not trade this symbol.",
            "Choose a symbol that the venue lists."),
    MIN_SIZE(
            Retry.NEVER,
            Blame.REQUEST,
            "The order is smaller than the venue allows.",
            "Send a larger order."),
    ORDER_FUNDS(
            Retry.NEVER,
            Blame.REQUEST,
            "The account cannot cover this order.",
            "Send a smaller order or deposit into the wallet that trades."),
    ORDER_REJECTED(
            Retry.NEVER,
            Blame.REQUEST,
            "The venue rejected the order.",
            "Read the venue's words and correct the order."),
    ORDER_NOT_FOUND(
            Retry.NEVER,
            Blame.REQUEST,
            "The venue does not know this order, or it is finished.",
            "Check the order id; a finished order cannot be cancelled."),
    DUPLICATE_CLIENT_ID(
            Retry.AFTER_LOOKING,
            Blame.REQUEST,
            "An order with this client id exists already.",
            "Look the order up by its client id.");

    private final Retry retry;
    private final Blame blame;
    private final String meaning;
    private final String fix;

    Fault(Retry retry, Blame blame, String meaning, String fix) {
        this.retry = retry;
        this.blame = blame;
        this.meaning = meaning;
        this.fix = fix;
    }

    /** What asking again would bring. */
    public Retry retry() {
        return retry;
    }

    /** Whose turn it is. */
    public Blame blame() {
        return blame;
    }

    /** Whether the person who connected the key must do something before it can work. */
    public boolean userMustAct() {
        return retry == Retry.NEVER && (blame == Blame.KEY || blame == Blame.ACCOUNT);
    }

    /**
     * Whether the fault says that the credential itself was refused, rather than one request or one
     * moment.
     */
    public boolean refusesCredential() {
        return blame == Blame.KEY;
    }

    /** What happened, one sentence for the user. */
    public String meaning() {
        return meaning;
    }

    /** The one thing to do about it, one sentence for the user. */
    public String fix() {
        return fix;
    }
}

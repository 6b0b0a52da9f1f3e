package io.sequence.vocabulary;

/**
 * The number that people quote to support, with the account's name: {@code 0x3E9 / Ada Lovelace}.
 *
 * @param number 1 or more, shown in hex with at least three digits
 * @param accountName the name given at registration
 */
public record ClientId(long number, String accountName) {
    public ClientId {
        if (number < 1) {
            throw new IllegalArgumentException("a client number is 1 or more");
        }
    }

    /** The id of this client's bot of that number: {@code 0x3E9 / Ada Lovelace / 2}. */
    public BotId bot(int botNumber) {
        return new BotId(toString(), botNumber);
    }

    @Override
    public String toString() {
        return "0x%03X / %s".formatted(number, accountName);
    }
}

package io.sequence.vocabulary;

/**
 * One launched strategy of one client: {@code 0x3E9 / Ada Lovelace / 2}.
 *
 * @param clientId the client id's text form
 * @param botNumber counts from 1 within the account
 */
public record BotId(String clientId, int botNumber) {
    public BotId {
        if (botNumber < 1) {
            throw new IllegalArgumentException("a bot number is 1 or more");
        }
    }

    @Override
    public String toString() {
        return clientId + " / " + botNumber;
    }
}

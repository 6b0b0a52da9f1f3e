package io.sequence.mailer.outbound;

/** What came of handing a letter to the mail server. */
sealed interface Delivery {
    /** The server took it. */
    record Taken() implements Delivery {}

    /**
     * The server does not take this letter.
     *
     * @param forGood a 5xx of RFC 5321, as opposed to a 4xx
     * @param words code and words of the server, which may name the address
     * @param told the same in our words
     */
    record Refused(boolean forGood, String words, String told) implements Delivery {}

    /**
     * The server is away, or does not let us in; no letter is to blame.
     *
     * @param why without addresses or content
     */
    record Away(String why) implements Delivery {}
}

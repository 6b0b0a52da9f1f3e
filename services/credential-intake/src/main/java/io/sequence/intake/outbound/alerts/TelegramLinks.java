package io.sequence.intake.outbound.alerts;

import io.sequence.events.ChannelLinked;
import io.sequence.intake.domain.alerts.ChatName;
import io.sequence.intake.domain.alerts.Target;
import io.sequence.intake.outbound.support.Statements;
import io.sequence.vocabulary.AccountId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/**
 * One-time codes: whoever sends one to the bot within {@link #LIFETIME} has linked that chat to the
 * account which asked for the code. Only their hashes are kept, one an account.
 */
@ApplicationScoped
public class TelegramLinks {
    /** How long a code works. */
    public static final Duration LIFETIME = Duration.ofMinutes(15);

    private static final int CODE_BYTES = 16;
    private static final String OPEN =
            "insert into telegram_link (account_id, code_hash, expires_at) values (?, ?, ?) on"
                    + " conflict (account_id) do update set code_hash = excluded.code_hash,"
                    + " expires_at = excluded.expires_at";
    private static final String USE =
            "delete from telegram_link where account_id = ? and code_hash = ? and expires_at > ?";

    private final Statements statements;
    private final ChannelRows rows;
    private final ChannelLedger channels;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    TelegramLinks(
            Statements statements, ChannelRows rows, ChannelLedger channels, InstantSource clock) {
        this.statements = statements;
        this.rows = rows;
        this.channels = channels;
        this.clock = clock;
    }

    /**
     * A code that waits to be sent.
     *
     * @param code 128 bits in base64url
     * @param expiresAt until when it works
     */
    public record Link(String code, Instant expiresAt) {
        /** Who has the code becomes a channel of the account. */
        @Override
        public String toString() {
            return "Link[]";
        }
    }

    /** A new code; the one before works no more. */
    @Transactional
    public Link open(AccountId account) {
        byte[] bytes = new byte[CODE_BYTES];
        random.nextBytes(bytes);
        String code = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant end = clock.instant().plus(LIFETIME).truncatedTo(ChronoUnit.MICROS);
        statements.update(OPEN, account.value(), hash(code), end);
        return new Link(code, end);
    }

    /**
     * Links a chat whose code is an account's and not too old, in the caller's transaction. The
     * code is used up; a chat that is linked already stays the channel that it is.
     */
    public void hear(ChannelLinked linked) {
        List<UUID> owner =
                statements.query(
                        "select account_id from telegram_link where code_hash = ?",
                        row -> row.getObject(1, UUID.class),
                        linked.codeHash());
        if (owner.isEmpty()) {
            return;
        }
        AccountId account = new AccountId(owner.getFirst());
        // Whoever held the account before us may have used the code up.
        if (rows.hold(account)
                && statements.update(USE, account.value(), linked.codeHash(), linked.at()) == 1) {
            channels.add(
                    account,
                    new Target.Chat(linked.chatId()),
                    ChatName.of(linked.chatName()),
                    false);
        }
    }

    /** Forgets codes that work no more. */
    @Transactional
    public void sweep(Instant now) {
        // The bot may have read one before its end and told of it late.
        statements.update(
                "delete from telegram_link where expires_at < ?", now.minus(Duration.ofDays(1)));
    }

    private static String hash(String code) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(code.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}

package io.sequence.mailer.outbound;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.sequence.mailer.domain.Sheet;
import io.smallrye.mutiny.TimeoutException;
import io.vertx.ext.mail.SMTPException;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Hands a sheet to the mail server, blocking until it took it. */
@ApplicationScoped
public class SmtpDoor {
    // RFC 4954: authentication needed, too weak, refused, temporary trouble, to be encrypted;
    // RFC 5321: 421 closes the channel. They are about us, not about the letter.
    private static final Set<Integer> ABOUT_US = Set.of(421, 454, 530, 534, 535, 538);
    private static final Pattern DOMAIN = Pattern.compile("@([A-Za-z0-9.-]+)>?\\s*$");

    private final ReactiveMailer mailer;
    private final MailSettings settings;
    private final Clock clock;
    private final String domain;
    private final AtomicReference<@Nullable Instant> awaySince = new AtomicReference<>();

    SmtpDoor(ReactiveMailer mailer, MailSettings settings, Clock clock) {
        this.mailer = mailer;
        this.settings = settings;
        this.clock = clock;
        Matcher from = DOMAIN.matcher(settings.from());
        this.domain = from.find() ? from.group(1) : "localhost";
    }

    /** Since when the mail server does not answer; empty while it does, or was not asked yet. */
    public Optional<Instant> awaySince() {
        return Optional.ofNullable(awaySince.get());
    }

    /**
     * Hands a letter over.
     *
     * @param page what it says
     * @param to the recipient's address
     * @param once names the letter for good; a receiver drops a second one with the same name
     */
    Delivery send(LetterPage.Printed page, String to, String once) {
        Delivery delivery = attempt(page, to, once);
        switch (delivery) {
            case Delivery.Taken _, Delivery.Refused _ -> awaySince.set(null);
            case Delivery.Away _ -> awaySince.compareAndSet(null, clock.instant());
        }
        return delivery;
    }

    private Delivery attempt(LetterPage.Printed page, String to, String once) {
        Sheet sheet = page.sheet();
        Mail mail =
                Mail.withText(to, sheet.subject(), page.text())
                        .setHtml(page.html())
                        .setFrom(settings.from())
                        .addHeader("Message-ID", "<" + once + "@" + domain + ">");
        if (sheet.message().isEmpty()) {
            // RFC 3834, and the same for Exchange: no "out of office" in answer. A person's message
            // is none of a machine.
            mail.addHeader("Auto-Submitted", "auto-generated")
                    .addHeader("X-Auto-Response-Suppress", "All");
        }
        if (sheet.unsubscribe() != null) {
            // RFC 2369 and RFC 8058: the mail program's own button, without a sign-in.
            mail.addHeader("List-Unsubscribe", "<" + sheet.unsubscribe() + ">")
                    .addHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        if (sheet.calendar() != null) {
            mail.addAttachment(
                    "expiry.ics",
                    sheet.calendar().getBytes(StandardCharsets.UTF_8),
                    "text/calendar; charset=utf-8; method=PUBLISH");
        }
        Duration timeout = settings.timeout();
        try {
            // The blocking mailer waits without end; a server that never answers must not keep us.
            mailer.send(mail).await().atMost(timeout);
            return new Delivery.Taken();
        } catch (RuntimeException e) {
            return judged(e);
        }
    }

    /** What a failure means for the letter. */
    static Delivery judged(RuntimeException thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case SMTPException smtp -> {
                    return ABOUT_US.contains(smtp.getReplyCode())
                            ? new Delivery.Away("SMTP " + smtp.getReplyCode())
                            : new Delivery.Refused(
                                    smtp.isPermanent(),
                                    smtp.getReplyCode() + " " + smtp.getReplyMessage(),
                                    "the mail server does not take it ("
                                            + smtp.getReplyCode()
                                            + ")");
                }
                case IllegalArgumentException _ -> {
                    String why = "the address cannot be used";
                    return new Delivery.Refused(true, why, why);
                }
                case TimeoutException _ -> {
                    return new Delivery.Away("no answer in time");
                }
                default -> {}
            }
        }
        return new Delivery.Away(thrown.getClass().getSimpleName());
    }
}

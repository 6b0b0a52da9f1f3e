package io.sequence.testing;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.sequence.servers.FreePort;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** An SMTP server on the loopback address that takes every mail and can be away for a while. */
public final class TestMailbox implements AutoCloseable {

    private final int port;
    private final List<MimeMessage> earlier = new java.util.concurrent.CopyOnWriteArrayList<>();
    private GreenMail server;

    private TestMailbox(int port) {
        this.port = port;
        server = serve(port);
    }

    /** Opens a mailbox on a free port. */
    public static TestMailbox open() {
        try {
            return new TestMailbox(FreePort.find());
        } catch (IOException e) {
            throw new IllegalStateException("no free port", e);
        }
    }

    /** The SMTP port, the same before and after {@link #goAway()}. */
    public int port() {
        return port;
    }

    /** Everything received since it was opened, oldest first. */
    public List<MimeMessage> mails() {
        List<MimeMessage> all = new java.util.ArrayList<>(earlier);
        all.addAll(Arrays.asList(server.getReceivedMessages()));
        return List.copyOf(all);
    }

    /** What was sent to one address, oldest first. */
    public List<MimeMessage> mailsTo(String address) {
        return mails().stream().filter(mail -> isTo(mail, address)).toList();
    }

    /** The first mail that fits, waiting up to 20 seconds for it. */
    public MimeMessage await(Predicate<MimeMessage> fits) {
        Eventually.await()
                .pollInterval(Duration.ofMillis(50))
                .until(() -> mails().stream().anyMatch(fits));
        return mails().stream().filter(fits).findFirst().orElseThrow();
    }

    /** Refuses connections from now on. */
    public void goAway() {
        earlier.addAll(Arrays.asList(server.getReceivedMessages()));
        server.stop();
        server = new GreenMail(setup(port));
    }

    /** Takes mails again, on the same port. */
    public void comeBack() {
        server.start();
    }

    @Override
    public void close() {
        server.stop();
    }

    private static GreenMail serve(int port) {
        GreenMail server = new GreenMail(setup(port));
        server.start();
        return server;
    }

    private static ServerSetup setup(int port) {
        ServerSetup setup = new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        setup.setServerStartupTimeout(15_000);
        return setup;
    }

    private static boolean isTo(MimeMessage mail, String address) {
        try {
            return Arrays.stream(mail.getAllRecipients())
                    .anyMatch(recipient -> recipient.toString().contains(address));
        } catch (MessagingException e) {
            throw new IllegalStateException("a mail's recipients cannot be read", e);
        }
    }
}

package io.sequence.servers;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * A mailbox for everybody, for development: takes any mail over SMTP without sign-in and shows it
 * over HTTP: {@code SmtpInbox <smtp port> <http port> <folder> [<folder of previews>]}. A mail is
 * on the disk before its sender hears 250.
 */
public final class SmtpInbox implements AutoCloseable {

    private final GreenMail smtp;
    private final HttpServer http;

    private SmtpInbox(GreenMail smtp, HttpServer http) {
        this.smtp = smtp;
        this.http = http;
    }

    /** Runs until the process is told to end. */
    public static void main(String[] args) throws Exception {
        if (args.length != 3 && args.length != 4) {
            System.err.println(
                    "usage: SmtpInbox <smtp port> <http port> <folder> [<folder of previews>]");
            System.exit(2);
        }
        JsonLog.install("inbox");
        SmtpInbox inbox =
                start(
                        Integer.parseInt(args[0]),
                        Integer.parseInt(args[1]),
                        Path.of(args[2]),
                        args.length == 4 ? Path.of(args[3]) : null);
        Runtime.getRuntime().addShutdownHook(new Thread(inbox::close, "inbox-shutdown"));
        new CountDownLatch(1).await();
    }

    /** Starts both sides on the loopback address, with nothing to preview. */
    public static SmtpInbox start(int smtpPort, int httpPort, Path folder) throws IOException {
        return start(smtpPort, httpPort, folder, null);
    }

    /**
     * Starts both sides on the loopback address; port 0 takes a free one.
     *
     * @param previews folder of {@code <name>.html} and {@code <name>.txt} to be shown under {@code
     *     /previews}; null when there is none
     */
    public static SmtpInbox start(int smtpPort, int httpPort, Path folder, @Nullable Path previews)
            throws IOException {
        MailFolder mails = new MailFolder(folder, Clock.systemUTC());
        ServerSetup setup = new ServerSetup(smtpPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        setup.setServerStartupTimeout(15_000);
        GreenMail smtp = new GreenMail(setup);
        Delivery delivery = new Delivery(mails);
        smtp.getUserManager().setMessageDeliveryHandler(delivery::take);
        // HTTP first: whoever finds SMTP open may ask for the mail at once.
        HttpServer http = MailHttp.start(httpPort, mails, new Previews(previews));
        try {
            smtp.start();
        } catch (RuntimeException e) {
            http.stop(0);
            throw new IOException("SMTP port " + smtpPort + " cannot be opened", e);
        }
        return new SmtpInbox(smtp, http);
    }

    /** The port mails are sent to. */
    public int smtpPort() {
        return smtp.getSmtp().getPort();
    }

    /** The port of the page and its API. */
    public int httpPort() {
        return http.getAddress().getPort();
    }

    @Override
    public void close() {
        smtp.stop();
        http.stop(0);
    }

    /**
     * Keeps each mail once, however many recipients it names: GreenMail asks for each of them in
     * turn.
     */
    private static final class Delivery {

        private final MailFolder mails;
        private @Nullable MovingMessage kept;

        Delivery(MailFolder mails) {
            this.mails = mails;
        }

        synchronized GreenMailUser take(MovingMessage message, MailAddress recipient)
                throws MessagingException {
            if (message != kept) {
                try {
                    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                    message.getMessage().writeTo(bytes);
                    mails.add(bytes.toByteArray());
                } catch (IOException e) {
                    throw new MessagingException("the mail could not be kept", e);
                }
                kept = message;
            }
            return new Recipient(recipient.getEmail());
        }
    }

    /** A recipient whose mail is already kept: nothing is left to do for it. */
    private record Recipient(String email) implements GreenMailUser {

        @Override
        public String getEmail() {
            return email;
        }

        @Override
        public String getLogin() {
            return email;
        }

        @Override
        public void deliver(MovingMessage message) {}

        @Override
        public void deliver(MimeMessage message) {}

        @Override
        public void create() {}

        @Override
        public void delete() {}

        @Override
        public String getPassword() {
            return "";
        }

        @Override
        public void setPassword(String password) {}

        @Override
        public void authenticate(String password) {}

        @Override
        public String getQualifiedMailboxName() {
            return email;
        }
    }
}

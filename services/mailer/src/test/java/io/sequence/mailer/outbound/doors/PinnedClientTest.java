package io.sequence.mailer.outbound.doors;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsServer;
import io.sequence.mailer.outbound.doors.PinnedClient.Reply;
import io.sequence.servicebase.CheckedTarget;
import io.vertx.core.net.PfxOptions;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SNIHostName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PinnedClientTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");

    /** A name that no resolver knows: who gets there was told the address. */
    private static final String NAME = "hooks.example.invalid";

    @TempDir private static Path folder;

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final CountDownLatch never = new CountDownLatch(1);
    private HttpServer plain;
    private HttpsServer secure;
    private PinnedClient client;

    @BeforeEach
    void open() throws Exception {
        TestCertificate certificate = TestCertificate.of(NAME, folder.toRealPath());
        secure = HttpsServer.create(new InetSocketAddress(LOOPBACK, 0), 0);
        secure.setHttpsConfigurator(
                new com.sun.net.httpserver.HttpsConfigurator(certificate.serverSide()));
        secure.createContext("/", this::hear);
        plain = HttpServer.create(new InetSocketAddress(LOOPBACK, 0), 0);
        plain.createContext("/", this::hear);
        for (HttpServer server : List.of(plain, secure)) {
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
        }
        client =
                new PinnedClient(
                        new PfxOptions()
                                .setPath(certificate.store().toString())
                                .setPassword(TestCertificate.PASSWORD));
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        never.countDown();
        plain.stop(0);
        secure.stop(0);
        java.nio.file.Files.deleteIfExists(folder.toRealPath().resolve(NAME + ".p12"));
    }

    private void hear(HttpExchange exchange) throws IOException {
        String sni =
                exchange instanceof HttpsExchange https
                        ? ((ExtendedSSLSession) https.getSSLSession())
                                .getRequestedServerNames().stream()
                                        .map(name -> ((SNIHostName) name).getAsciiName())
                                        .findFirst()
                                        .orElse("none")
                        : "none";
        heard.add(
                exchange.getRequestHeaders().getFirst("Host")
                        + " sni="
                        + sni
                        + " "
                        + exchange.getRequestURI());
        switch (exchange.getRequestURI().getPath()) {
            case "/redirect" -> {
                exchange.getResponseHeaders().add("Location", "/elsewhere");
                exchange.sendResponseHeaders(302, -1);
            }
            case "/endless" -> {
                exchange.sendResponseHeaders(200, 0);
                try (OutputStream out = exchange.getResponseBody()) {
                    byte[] part = new byte[16 * 1024];
                    while (true) {
                        out.write(part);
                    }
                }
            }
            case "/drip" -> {
                exchange.sendResponseHeaders(200, 0);
                exchange.getResponseBody().write('a');
                exchange.getResponseBody().flush();
                await();
            }
            case "/silent" -> await();
            default -> {
                exchange.sendResponseHeaders(200, 2);
                exchange.getResponseBody().write("ok".getBytes(StandardCharsets.UTF_8));
            }
        }
        exchange.close();
    }

    private void await() {
        try {
            never.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private CheckedTarget at(boolean tls, String host, String path, InetAddress... addresses) {
        int port = (tls ? secure : plain).getAddress().getPort();
        return new CheckedTarget(tls, host, port, path, List.of(addresses));
    }

    private Reply post(CheckedTarget target, Duration patience) {
        return client.post(target, Map.of(), new byte[] {1}, patience);
    }

    private static int status(Reply reply) {
        assertThat(reply).isInstanceOf(Reply.Answered.class);
        return ((Reply.Answered) reply).status();
    }

    @Test
    void goesToTheCheckedAddressUnderTheNameThatWasAskedFor() {
        assertThat(status(post(at(true, NAME, "/in?a=1", LOOPBACK), PATIENCE))).isEqualTo(200);
        assertThat(heard)
                .containsExactly(
                        NAME + ":" + secure.getAddress().getPort() + " sni=" + NAME + " /in?a=1");
    }

    @Test
    void writesAnIpv6AddressInBrackets() {
        assertThat(status(post(at(false, "2001:db8::1", "/", LOOPBACK), PATIENCE))).isEqualTo(200);
        assertThat(heard)
                .containsExactly("[2001:db8::1]:" + plain.getAddress().getPort() + " sni=none /");
    }

    @Test
    void refusesACertificateOfAnotherName() {
        Reply reply = post(at(true, "other.example.invalid", "/", LOOPBACK), PATIENCE);
        assertThat(reply)
                .isEqualTo(new Reply.Failed("no secure connection to it can be made (TLS)"));
        assertThat(heard).isEmpty();
    }

    @Test
    void trustsNoCertificateThatNobodyVouchesFor() {
        try (PinnedClient usual = new PinnedClient()) {
            assertThat(usual.post(at(true, NAME, "/", LOOPBACK), Map.of(), new byte[0], PATIENCE))
                    .isInstanceOf(Reply.Failed.class);
        }
        assertThat(heard).isEmpty();
    }

    @Test
    void goesToTheNextAddressWhenOneDoesNotAnswer() {
        InetAddress nobody = InetAddress.ofLiteral("127.0.0.2");
        assertThat(status(post(at(false, NAME, "/", nobody, LOOPBACK), PATIENCE))).isEqualTo(200);
        assertThat(heard).hasSize(1);
    }

    @Test
    void followsNoRedirect() {
        assertThat(status(post(at(false, NAME, "/redirect", LOOPBACK), PATIENCE))).isEqualTo(302);
        assertThat(heard).hasSize(1);
    }

    @Test
    void readsNoMoreThanItMust() {
        Reply reply = post(at(false, NAME, "/endless", LOOPBACK), PATIENCE);
        assertThat(status(reply)).isEqualTo(200);
        assertThat(((Reply.Answered) reply).body()).hasSize(PinnedClient.LARGEST_ANSWER);
    }

    @Test
    void judgesADrippingAnswerByItsHead() {
        Reply reply = post(at(false, NAME, "/drip", LOOPBACK), Duration.ofSeconds(5));
        assertThat(status(reply)).isEqualTo(200);
    }

    @Test
    void givesUpOnSilence() {
        assertThat(post(at(false, NAME, "/silent", LOOPBACK), Duration.ofSeconds(1)))
                .isEqualTo(new Reply.Failed("it does not answer in time"));
    }

    @Test
    void tellsNothingOfAConnectionThatIsRefused() {
        int port = plain.getAddress().getPort();
        plain.stop(0);
        var target = new CheckedTarget(false, NAME, port, "/secret", List.of(LOOPBACK));
        assertThat(post(target, PATIENCE)).isEqualTo(new Reply.Failed("it cannot be reached"));
    }
}

package io.sequence.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sequence.servers.FreePort;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HousePortsTest {

    @Test
    void namesThePortAStrangerHoldsAndTheVariableThatChangesIt() throws Exception {
        try (ServerSocket stranger = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int taken = stranger.getLocalPort();

            assertThatThrownBy(
                            () ->
                                    HousePorts.from(
                                                    Map.of(
                                                            "SEQUENCE_HTTP_PORT",
                                                            Integer.toString(taken)))
                                            .requireFree())
                    .isInstanceOf(HouseTrouble.class)
                    .hasMessage(
                            "Port %d (HTTP) is taken by another program: stop that program, or"
                                    + " choose another port with SEQUENCE_HTTP_PORT.",
                            taken);
        }
    }

    @Test
    void refusesOnePortForTwoThings() throws Exception {
        String port = Integer.toString(FreePort.find());

        assertThatThrownBy(
                        () ->
                                HousePorts.from(
                                                Map.of(
                                                        "SEQUENCE_HTTP_PORT", port,
                                                        "SEQUENCE_MAIL_PORT", port))
                                        .requireFree())
                .isInstanceOf(HouseTrouble.class)
                .hasMessageContaining("SEQUENCE_HTTP_PORT or SEQUENCE_MAIL_PORT");
    }

    @Test
    void refusesWhatIsNoPort() {
        assertThatThrownBy(() -> HousePorts.from(Map.of("SEQUENCE_KAFKA_PORT", "many")))
                .isInstanceOf(HouseTrouble.class)
                .hasMessage("SEQUENCE_KAFKA_PORT is no port: many");
    }

    @Test
    void keepsTheDocumentedDefaults() {
        HousePorts ports = HousePorts.from(Map.of());

        assertThat(ports.http().number()).isEqualTo(8080);
        assertThat(ports.postgres().number()).isEqualTo(15432);
        assertThat(HouseService.MAILER.port(ports)).isEqualTo(8105);
    }
}

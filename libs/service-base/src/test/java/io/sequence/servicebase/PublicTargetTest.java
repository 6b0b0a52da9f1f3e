package io.sequence.servicebase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sequence.servicebase.TargetVerdict.Allowed;
import io.sequence.servicebase.TargetVerdict.Forbidden;
import io.sequence.servicebase.TargetVerdict.Unresolved;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicTargetTest {
    private static final Map<String, List<String>> NAMES =
            Map.of(
                    "hooks.example.com", List.of("93.184.215.14", "2606:2800:21f:cb07::1"),
                    "xn--bcher-kva.example", List.of("93.184.215.14"),
                    "nat64.example.com", List.of("64:ff9b::5db8:d70e"),
                    "half.example.com", List.of("93.184.215.14", "10.0.0.7"),
                    "inside.example.com", List.of("192.168.1.1"),
                    "none.example.com", List.of());

    private final List<String> asked = new ArrayList<>();
    private final PublicTarget guard =
            new PublicTarget(List.of("http://127.0.0.1:8090"), this::lookup);

    private List<InetAddress> lookup(String host) throws UnknownHostException {
        asked.add(host);
        List<String> found = NAMES.get(host);
        if (found == null) {
            throw new UnknownHostException(host);
        }
        return found.stream().map(InetAddress::ofLiteral).toList();
    }

    private CheckedTarget allowed(String url) {
        assertThat(guard.check(url)).isInstanceOf(Allowed.class);
        return ((Allowed) guard.check(url)).target();
    }

    @Test
    void allowsHttpsToPublicAddressesAndTellsWhichThoseAre() {
        CheckedTarget target = allowed("https://Hooks.Example.com/in?key=a%20b#top");
        assertThat(target.host()).isEqualTo("hooks.example.com");
        assertThat(target.port()).isEqualTo(443);
        assertThat(target.tls()).isTrue();
        assertThat(target.requestUri()).isEqualTo("/in?key=a%20b");
        assertThat(target.origin()).isEqualTo("https://hooks.example.com");
        assertThat(target.addresses())
                .containsExactly(
                        InetAddress.ofLiteral("93.184.215.14"),
                        InetAddress.ofLiteral("2606:2800:21f:cb07::1"));
        assertThat(target).hasToString("CheckedTarget[]");
    }

    @Test
    void readsNamesInTheOneSpellingThatCounts() {
        assertThat(allowed("https://bücher.example/").host()).isEqualTo("xn--bcher-kva.example");
        assertThat(allowed("https://xn--bcher-kva.example").requestUri()).isEqualTo("/");
        assertThat(allowed("https://hooks.example.com.:8443?a=1").origin())
                .isEqualTo("https://hooks.example.com:8443");
        assertThat(allowed("https://hooks.example.com.:8443?a=1").requestUri()).isEqualTo("/?a=1");
        assertThat(allowed("https://hooks\u3002example\uff0ecom/").host())
                .isEqualTo("hooks.example.com");
        assertThat(allowed("https://93.184.215.14/").addresses())
                .containsExactly(InetAddress.ofLiteral("93.184.215.14"));
        assertThat(allowed("https://[2606:2800:21f:cb07::1]:8443/").port()).isEqualTo(8443);
        assertThat(allowed("https://nat64.example.com/").addresses()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Loopback, private and metadata, plainly.
                "https://127.0.0.1/",
                "https://10.1.2.3/",
                "https://172.16.0.1/",
                "https://192.168.0.1/",
                "https://169.254.169.254/latest/meta-data/",
                "https://100.100.100.200/",
                "https://168.63.129.16/",
                "https://192.0.0.192/",
                "https://0.0.0.0/",
                "https://224.0.0.1/",
                "https://255.255.255.255/",
                "https://[::1]/",
                "https://[::]/",
                "https://[fe80::1]/",
                "https://[fc00::1]/",
                "https://[fd00:ec2::254]/",
                "https://[ff02::1]/",
                // The same in disguise.
                "https://[::ffff:127.0.0.1]/",
                "https://[::ffff:7f00:1]/",
                "https://[::127.0.0.1]/",
                "https://[64:ff9b::127.0.0.1]/",
                "https://[64:ff9b:1::a00:1]/",
                "https://[2002:7f00:1::]/",
                "https://[2001:0:7f00:1::]/",
                "https://[fe80::1%25eth0]/",
                "https://[fe80::1%eth0]/",
                "https://2130706433/",
                "https://0x7f000001/",
                "https://0x7f.1/",
                "https://0177.0.0.1/",
                "https://017700000001/",
                "https://127.1/",
                "https://127.0.1/",
                "https://127.0.0.1./",
                "https://0x/",
                "https://256.256.256.256/",
                "https://93.184.0x15.14/",
                "https://\uff11\uff12\uff17.0.0.1/",
                "https://127\u30020\u30020\u30021/",
                // Names of ours.
                "https://localhost/",
                "https://localhost./",
                "https://LOCALHOST/",
                "https://metadata.google.internal/",
                "https://api.localhost/",
                "https://printer.local/",
                "https://kubernetes/",
                "https://postgres:5432/",
                // Other shapes.
                "http://hooks.example.com/",
                "http://127.0.0.1:8091/",
                "https://127.0.0.1:8090/",
                "http://localhost:8090/",
                "https://user:word@hooks.example.com/",
                "https://@hooks.example.com/",
                "https://hooks.example.com@10.0.0.1/",
                "https://hooks.example.com\\@10.0.0.1/",
                "https://hooks.example.com:22/",
                "https://hooks.example.com:80/",
                "https://hooks.example.com:6379/",
                "https://hooks.example.com:0/",
                "https://hooks.example.com:65536/",
                "https://hooks.example.com:+443/",
                "https://hooks..example.com/",
                "https://.example.com/",
                "https://-.example.com/",
                "https:///path",
                "https:hooks.example.com",
                "https://hooks.example.com/a b",
                "https://hooks.example.com/\r\nHost: x",
                "https://hooks.example.com%2eevil/",
                "ftp://hooks.example.com/",
                "file:///etc/passwd",
                "gopher://hooks.example.com/",
                "//hooks.example.com/",
                "hooks.example.com",
                ""
            })
    void forbidsForGood(String url) {
        assertThat(guard.check(url))
                .isInstanceOfSatisfying(
                        Forbidden.class,
                        no -> {
                            assertThat(no.forGood()).isTrue();
                            assertThat(no.why()).startsWith("The address ").endsWith(".");
                        });
        assertThat(asked).isEmpty();
    }

    @Test
    void forbidsANameOfWhichOneAddressIsNotPublic() {
        assertThat(guard.check("https://half.example.com/"))
                .isInstanceOfSatisfying(Forbidden.class, no -> assertThat(no.forGood()).isFalse());
        assertThat(guard.check("https://inside.example.com/")).isInstanceOf(Forbidden.class);
    }

    @Test
    void knowsNothingOfANameWithoutAddresses() {
        assertThat(guard.check("https://none.example.com/")).isInstanceOf(Unresolved.class);
        assertThat(guard.check("https://unheard.example.com/")).isInstanceOf(Unresolved.class);
    }

    @Test
    void asksAgainEachTime() {
        guard.check("https://hooks.example.com/");
        guard.check("https://hooks.example.com/");
        assertThat(asked).hasSize(2);
    }

    @Test
    void letsThroughWhatIsOnTheListAndNothingBesideIt() {
        CheckedTarget target = allowed("http://127.0.0.1:8090/_hooks/mine");
        assertThat(target.origin()).isEqualTo("http://127.0.0.1:8090");
        assertThat(target.requestUri()).isEqualTo("/_hooks/mine");
        assertThat(guard.check("http://127.0.0.1:8090@evil.example/"))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void refusesAListThatHoldsNoOrigins() {
        assertThatThrownBy(() -> new PublicTarget(List.of("everything"), this::lookup))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesUrlsWithoutEnd() {
        assertThat(guard.check("https://hooks.example.com/" + "a".repeat(2048)))
                .isInstanceOf(Forbidden.class);
    }
}

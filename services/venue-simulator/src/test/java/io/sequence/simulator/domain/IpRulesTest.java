package io.sequence.simulator.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class IpRulesTest {

    @Test
    void admitsEveryoneWithoutAList() {
        assertThat(IpRules.admits(List.of(), "127.0.0.1")).isTrue();
        assertThat(IpRules.admits(List.of("*"), "127.0.0.1")).isTrue();
    }

    @Test
    void admitsAddressesAndBlocks() {
        List<String> list = List.of("203.0.113.7", "10.0.0.0/8", "2001:db8::/32");
        assertThat(IpRules.admits(list, "203.0.113.7")).isTrue();
        assertThat(IpRules.admits(list, "10.9.8.7")).isTrue();
        assertThat(IpRules.admits(list, "2001:db8:1::1")).isTrue();
        assertThat(IpRules.admits(list, "203.0.113.8")).isFalse();
        assertThat(IpRules.admits(list, "11.0.0.1")).isFalse();
        assertThat(IpRules.admits(list, "not an address")).isFalse();
    }

    @Test
    void knowsWhatIsNoRule() {
        assertThat(List.of("1.2.3.4", "1.2.3.0/24", "::1", "2001:db8::/32"))
                .allMatch(IpRules::wellFormed);
        assertThat(
                        List.of(
                                "",
                                "example.com",
                                "1.2.3",
                                "1.2.3.4/33",
                                "999.1.1.1",
                                "1.2.3.4/x",
                                ":::::"))
                .noneMatch(IpRules::wellFormed);
    }
}

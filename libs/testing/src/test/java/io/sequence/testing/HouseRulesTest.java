package io.sequence.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule must catch its trespass: a rule that never fires holds nobody. */
class HouseRulesTest {

    private static final JavaClasses TRESPASSES =
            new ClassFileImporter().importPath(Path.of("target", "test-classes"));

    /** Rule by name, and the class that breaks it. */
    private static final Map<String, String> TRESPASSER = new TreeMap<>();

    static {
        TRESPASSER.put("vocabulary knows only []", "vocabulary.trespass.KnowsAService");
        TRESPASSER.put("faults knows only [vocabulary]", "faults.trespass.KnowsAService");
        TRESPASSER.put("events knows only [vocabulary, faults]", "events.trespass.KnowsAService");
        TRESPASSER.put(
                "messaging knows only [vocabulary, faults, events]",
                "messaging.trespass.KnowsAService");
        TRESPASSER.put("vault knows only [vocabulary]", "vault.trespass.KnowsAService");
        TRESPASSER.put(
                "venues knows only [vocabulary, faults]", "venues.api.trespass.KnowsAService");
        TRESPASSER.put(
                "signing knows only [vocabulary, faults, vault, venues]",
                "signing.trespass.KnowsAService");
        TRESPASSER.put("access knows only [vocabulary, faults]", "access.trespass.KnowsAService");
        TRESPASSER.put(
                "servicebase knows only [vocabulary, faults, access]",
                "servicebase.trespass.KnowsAService");
        TRESPASSER.put("servers knows only []", "servers.trespass.KnowsAService");
        TRESPASSER.put("intake knows no other service", "intake.trespass.other.KnowsTheMailer");
        TRESPASSER.put(
                "validation knows no other service", "validation.trespass.other.KnowsTheMailer");
        TRESPASSER.put("health knows no other service", "health.trespass.other.KnowsTheMailer");
        TRESPASSER.put("expiry knows no other service", "expiry.trespass.other.KnowsTheMailer");
        TRESPASSER.put("launcher knows no other service", "launcher.trespass.other.KnowsTheMailer");
        TRESPASSER.put("mailer knows no other service", "mailer.trespass.other.KnowsTheIntake");
        TRESPASSER.put(
                "simulator knows no other service", "simulator.trespass.other.KnowsTheMailer");
        TRESPASSER.put(
                "the simulator is a second witness", "simulator.trespass.venues.AsksAnAdapter");
        TRESPASSER.put("packages form no circles", "health.trespass.round.first.First");
        TRESPASSER.put("venues do not know each other", "venues.bybit.trespass.BorrowsFromOkx");
        TRESPASSER.put(
                "nobody names a venue but the registry", "launcher.trespass.venues.NamesAVenue");
        TRESPASSER.put("every venue is in the registry", "venues.kraken.trespass.Unregistered");
        TRESPASSER.put("a venue opens no socket", "venues.bybit.trespass.OpensASocket");
        TRESPASSER.put("a venue reads no clock", "venues.bybit.trespass.ReadsTheClock");
        TRESPASSER.put("a venue uses no container", "venues.bybit.trespass.IsInjected");
        TRESPASSER.put(
                "only signers and the vault open secrets", "venues.bybit.trespass.OpensASecret");
        TRESPASSER.put("domain knows no framework", "mailer.trespass.domain.KnowsJdbc");
        TRESPASSER.put(
                "domain knows neither inbound nor outbound", "mailer.trespass.domain.KnowsInbound");
        TRESPASSER.put("domain is given the time", "mailer.trespass.domain.ReadsTheClock");
        TRESPASSER.put("outbound never imports inbound", "mailer.trespass.outbound.CallsBack");
        TRESPASSER.put("names say where something is", "health.trespass.names.PingManager");
        TRESPASSER.put("every package is @NullMarked", "health.trespass.unmarked");
    }

    static Stream<HouseRule> rules() {
        return HouseRules.all().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void catchesItsTrespass(HouseRule rule) {
        assertThat(TRESPASSER).as("each rule needs a trespass").containsKey(rule.name());
        assertThat(rule.trespasses(TRESPASSES))
                .anySatisfy(
                        trespass ->
                                assertThat(trespass)
                                        .contains("io.sequence." + TRESPASSER.get(rule.name())));
    }

    @Test
    void catchesForbiddenPackageNamesToo() {
        assertThat(trespassesOf("names say where something is"))
                .anySatisfy(trespass -> assertThat(trespass).contains("trespass.util.Ping"));
    }

    @Test
    void letsASignerOpenASecretAndARegisteredVenueBe() {
        assertThat(trespassesOf("only signers and the vault open secrets"))
                .noneSatisfy(trespass -> assertThat(trespass).contains("OkxSigning"));
        assertThat(trespassesOf("every venue is in the registry"))
                .noneSatisfy(trespass -> assertThat(trespass).contains("OkxSigning"));
    }

    @Test
    void doesNotPassWhenThereIsNothingToLookAt() {
        assertThatThrownBy(
                        () -> HouseRules.check(new ClassFileImporter().importPath(Path.of("none"))))
                .isInstanceOf(AssertionError.class);
    }

    private static java.util.List<String> trespassesOf(String name) {
        return HouseRules.all().stream()
                .filter(rule -> rule.name().equals(name))
                .findFirst()
                .orElseThrow()
                .trespasses(TRESPASSES);
    }
}

package io.sequence.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClass.Predicates;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Who may import whom, from the words up to the services. */
final class ImportRules {

    private static final String ROOT = "io.sequence.";

    /**
     * A library's root package and the rooms of the house that it may know; itself goes without
     * saying.
     */
    private static final Map<String, List<String>> LIBRARIES =
            new TreeMap<>(
                    Map.of(
                            "vocabulary", List.of(),
                            "faults", List.of("vocabulary"),
                            "events", List.of("vocabulary", "faults"),
                            "messaging", List.of("vocabulary", "faults", "events"),
                            "vault", List.of("vocabulary"),
                            "venues", List.of("vocabulary", "faults"),
                            "signing", List.of("vocabulary", "faults", "vault", "venues"),
                            "access", List.of("vocabulary", "faults"),
                            "servicebase", List.of("vocabulary", "faults", "access"),
                            "servers", List.of()));

    private static final List<String> SERVICES =
            List.of("intake", "validation", "health", "expiry", "launcher", "mailer", "simulator");

    private ImportRules() {}

    static List<HouseRule> all() {
        List<HouseRule> rules = new ArrayList<>();
        LIBRARIES.forEach((library, known) -> rules.add(knowsOnly(library, known)));
        SERVICES.forEach(service -> rules.add(knowsNoOtherService(service)));
        rules.add(
                new HouseRule(
                        "the simulator is a second witness",
                        noClasses()
                                .that()
                                .resideInAPackage(ROOT + "simulator..")
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage(
                                        ROOT + "venues..", ROOT + "faults..", ROOT + "vault..")
                                .because(
                                        "what simulator and adapters share would be wrong in"
                                                + " both")));
        rules.add(
                new HouseRule(
                        "packages form no circles",
                        SlicesRuleDefinition.slices()
                                .matching("io.(sequence).(**)")
                                .should()
                                .beFreeOfCycles()));
        return rules;
    }

    private static HouseRule knowsOnly(String library, List<String> known) {
        DescribedPredicate<JavaClass> foreign = Predicates.resideInAPackage(ROOT + library + "..");
        for (String room : known) {
            foreign = foreign.or(Predicates.resideInAPackage(ROOT + room + ".."));
        }
        return new HouseRule(
                library + " knows only " + known,
                noClasses()
                        .that()
                        .resideInAPackage(ROOT + library + "..")
                        .should()
                        .dependOnClassesThat(
                                Predicates.resideInAPackage("io.sequence..")
                                        .and(DescribedPredicate.not(foreign))
                                        .as("reside in another room of the house"))
                        .because("words, facts and ways to travel are built in one direction"));
    }

    private static HouseRule knowsNoOtherService(String service) {
        String[] others =
                Stream.concat(SERVICES.stream(), Stream.of("servers", "standalone", "testing"))
                        .filter(other -> !other.equals(service))
                        .map(other -> ROOT + other + "..")
                        .toArray(String[]::new);
        return new HouseRule(
                service + " knows no other service",
                noClasses()
                        .that()
                        .resideInAPackage(ROOT + service + "..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(others)
                        .because("services talk by topics only"));
    }
}

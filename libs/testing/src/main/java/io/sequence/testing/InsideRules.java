package io.sequence.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;

/** What the inside of a module looks like, and what things may be called. */
final class InsideRules {

    /** Words that say nothing about where something is. */
    private static final Set<String> EMPTY_WORDS =
            Set.of("common", "core", "util", "utils", "impl", "manager", "helper", "base");

    private InsideRules() {}

    static List<HouseRule> all() {
        return List.of(
                new HouseRule(
                        "domain knows no framework",
                        noClasses()
                                .that()
                                .resideInAPackage("io.sequence..domain..")
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage(
                                        "jakarta..",
                                        "io.quarkus..",
                                        "io.smallrye..",
                                        "io.vertx..",
                                        "io.micrometer..",
                                        "io.opentelemetry..",
                                        "org.eclipse.microprofile..",
                                        "org.hibernate..",
                                        "org.apache.kafka..",
                                        "com.fasterxml..",
                                        "java.sql..",
                                        "javax.sql..",
                                        "java.net.http..")
                                .because("what the house decides is tested in milliseconds")),
                new HouseRule(
                        "domain knows neither inbound nor outbound",
                        noClasses()
                                .that()
                                .resideInAPackage("io.sequence..domain..")
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage(
                                        "io.sequence..inbound..", "io.sequence..outbound..")),
                new HouseRule(
                        "domain is given the time",
                        noClasses()
                                .that()
                                .resideInAPackage("io.sequence..domain..")
                                .should(Clocks.readAClock())),
                new HouseRule(
                        "outbound never imports inbound",
                        noClasses()
                                .that()
                                .resideInAPackage("io.sequence..outbound..")
                                .should()
                                .dependOnClassesThat()
                                .resideInAPackage("io.sequence..inbound..")
                                .because("data walks one way")),
                new HouseRule(
                        "names say where something is",
                        classes()
                                .that()
                                .resideInAPackage("io.sequence..")
                                .should(haveATellingName())),
                new HouseRule(
                        "every package is @NullMarked",
                        classes()
                                .that()
                                .resideInAPackage("io.sequence..")
                                .and()
                                .doNotHaveSimpleName("package-info")
                                .should(liveInANullMarkedPackage())));
    }

    private static ArchCondition<JavaClass> haveATellingName() {
        return new ArchCondition<>("have a telling name") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                Set<String> words =
                        new TreeSet<>(Arrays.asList(type.getPackageName().split("\\.")));
                for (String word : type.getSimpleName().split("(?=\\p{Lu})|_|\\$")) {
                    words.add(word.toLowerCase(Locale.ROOT));
                }
                words.retainAll(EMPTY_WORDS);
                if (!words.isEmpty()) {
                    events.add(
                            SimpleConditionEvent.violated(
                                    type, type.getName() + " is called by " + words));
                }
            }
        };
    }

    private static ArchCondition<JavaClass> liveInANullMarkedPackage() {
        return new ArchCondition<>("live in a @NullMarked package") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean marked =
                        type.getPackage()
                                .tryGetPackageInfo()
                                .map(info -> info.isAnnotatedWith(NullMarked.class))
                                .orElse(false);
                if (!marked) {
                    events.add(
                            SimpleConditionEvent.violated(
                                    type, type.getPackageName() + " is not @NullMarked"));
                }
            }
        };
    }
}

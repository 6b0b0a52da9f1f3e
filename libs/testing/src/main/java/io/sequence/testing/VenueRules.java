package io.sequence.testing;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.List;

/**
 * A venue is a folder: it knows no other, nobody but the registry knows it, and it only computes.
 */
final class VenueRules {

    private static final String VENUES = "io.sequence.venues";
    private static final String REGISTRY = VENUES + ".Venues";
    private static final String VENUE = VENUES + ".api.Venue";
    private static final String SIGNER = VENUES + ".api.Signer";
    private static final String SECRET_ACCESS = "io.sequence.vocabulary.SecretAccess";

    /** The packages of single venues: everything below {@code venues} but its shared floors. */
    private static final DescribedPredicate<JavaClass> IN_A_VENUE =
            resideInAPackage(VENUES + ".*..")
                    .and(
                            not(
                                    resideInAnyPackage(
                                            VENUES + ".api..",
                                            VENUES + ".transport..",
                                            VENUES + ".crypto..",
                                            VENUES + ".paste..",
                                            VENUES + ".outlook..")))
                    .as("belong to one venue");

    /** What only computes: single venues, the doctor of what was pasted, and what keys foretell. */
    private static final DescribedPredicate<JavaClass> ONLY_COMPUTES =
            IN_A_VENUE
                    .or(resideInAnyPackage(VENUES + ".paste..", VENUES + ".outlook.."))
                    .as("belong to one venue, to the paste doctor or to the outlook");

    private VenueRules() {}

    static List<HouseRule> all() {
        return List.of(
                new HouseRule(
                        "venues do not know each other",
                        SlicesRuleDefinition.slices()
                                .assignedFrom(new VenueOf())
                                .should()
                                .notDependOnEachOther()),
                new HouseRule(
                        "nobody names a venue but the registry",
                        noClasses()
                                .that(not(IN_A_VENUE))
                                .and()
                                .doNotHaveFullyQualifiedName(REGISTRY)
                                .should()
                                .dependOnClassesThat(IN_A_VENUE)
                                .because("a venue is added by its folder and one registry line")),
                new HouseRule(
                        "every venue is in the registry",
                        classes()
                                .that()
                                .implement(VENUE)
                                .and(IN_A_VENUE)
                                .and()
                                .doNotHaveModifier(JavaModifier.ABSTRACT)
                                .should(beNamedBy(REGISTRY))),
                new HouseRule("a venue opens no socket", noSocket()),
                new HouseRule("a venue reads no clock", noClock()),
                new HouseRule("a venue uses no container", noContainer()),
                new HouseRule("only signers and the vault open secrets", fewReaders()));
    }

    private static com.tngtech.archunit.lang.ArchRule noSocket() {
        return noClasses()
                .that(ONLY_COMPUTES)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.net.http..", "java.nio.channels..", "io.vertx..", "io.netty..")
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching("java\\.net\\.(.*Socket.*|.*URLConnection|InetAddress|URL)")
                .because("the transport owns sockets, timeouts and budgets");
    }

    private static com.tngtech.archunit.lang.ArchRule noClock() {
        return noClasses()
                .that(ONLY_COMPUTES)
                .should(Clocks.readAClock())
                .because("signing is pure");
    }

    private static com.tngtech.archunit.lang.ArchRule noContainer() {
        return noClasses()
                .that(ONLY_COMPUTES)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "jakarta.enterprise..",
                        "jakarta.inject..",
                        "io.quarkus..",
                        "org.eclipse.microprofile..")
                .because("a venue is data and pure functions");
    }

    private static com.tngtech.archunit.lang.ArchRule fewReaders() {
        DescribedPredicate<JavaClass> signer =
                DescribedPredicate.describe(
                        "are signers",
                        type ->
                                type.isAssignableTo(SIGNER)
                                        || type.getEnclosingClass()
                                                .map(outer -> outer.isAssignableTo(SIGNER))
                                                .orElse(false));
        return noClasses()
                .that(
                        not(signer)
                                .and(
                                        not(
                                                resideInAnyPackage(
                                                        "io.sequence.vocabulary",
                                                        "io.sequence.vault..",
                                                        VENUES + ".crypto.."))))
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName(SECRET_ACCESS)
                .because("every reader of a secret can be found");
    }

    private static ArchCondition<JavaClass> beNamedBy(String registry) {
        return new ArchCondition<>("be named by " + registry) {
            @Override
            public void check(JavaClass venue, ConditionEvents events) {
                boolean named =
                        venue.getDirectDependenciesToSelf().stream()
                                .map(Dependency::getOriginClass)
                                .anyMatch(origin -> origin.getName().equals(registry));
                if (!named) {
                    events.add(
                            SimpleConditionEvent.violated(
                                    venue, venue.getName() + " is not named by " + registry));
                }
            }
        };
    }

    private static final class VenueOf
            implements com.tngtech.archunit.library.dependencies.SliceAssignment {

        @Override
        public com.tngtech.archunit.library.dependencies.SliceIdentifier getIdentifierOf(
                JavaClass type) {
            if (!IN_A_VENUE.test(type)) {
                return com.tngtech.archunit.library.dependencies.SliceIdentifier.ignore();
            }
            String below = type.getPackageName().substring(VENUES.length() + 1);
            int dot = below.indexOf('.');
            return com.tngtech.archunit.library.dependencies.SliceIdentifier.of(
                    dot < 0 ? below : below.substring(0, dot));
        }

        @Override
        public String getDescription() {
            return "venues";
        }
    }
}

package io.sequence.testing;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The rules of the house, for every module alike. Each module has one small test that calls {@link
 * #check()}; each rule has a trespass among this module's tests that it must catch.
 */
public final class HouseRules {

    private HouseRules() {}

    /** All rules. */
    public static List<HouseRule> all() {
        return Stream.of(ImportRules.all(), VenueRules.all(), InsideRules.all())
                .flatMap(List::stream)
                .toList();
    }

    /**
     * Holds the main classes of the module whose tests run to every rule.
     *
     * @throws AssertionError naming each rule broken and where
     */
    public static void check() {
        check(new ClassFileImporter().importPath(Path.of("target", "classes")));
    }

    /** Holds the classes of one module of the house, such as {@code libs/venues}, to every rule. */
    public static void check(String module) {
        check(
                new ClassFileImporter()
                        .importPath(
                                HouseFolder.find()
                                        .resolve(module)
                                        .resolve(Path.of("target", "classes"))));
    }

    static void check(JavaClasses classes) {
        if (classes.isEmpty()) {
            throw new AssertionError("there are no classes to hold to the house rules");
        }
        List<String> broken = new ArrayList<>();
        for (HouseRule rule : all()) {
            for (String trespass : rule.trespasses(classes)) {
                broken.add(rule.name() + ": " + trespass);
            }
        }
        if (!broken.isEmpty()) {
            throw new AssertionError("house rules broken:\n" + String.join("\n", broken));
        }
    }
}

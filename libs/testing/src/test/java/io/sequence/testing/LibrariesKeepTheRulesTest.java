package io.sequence.testing;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The libraries that this module stands on cannot hold themselves to the rules: it would close a
 * circle.
 */
class LibrariesKeepTheRulesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "libs/vocabulary",
                "libs/faults",
                "libs/events",
                "libs/messaging",
                "libs/testing",
                "deploy/servers"
            })
    void keepsTheHouseRules(String module) {
        HouseRules.check(module);
    }
}

package io.sequence.standalone;

import io.sequence.testing.HouseRules;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** This module, and the libraries that have no tests of their own on the house rules. */
class TheHouseKeepsItsRulesTest {

    @ParameterizedTest
    @ValueSource(strings = {"libs/vault", "libs/venues", "libs/signing", "deploy/standalone"})
    void keepsTheHouseRules(String module) {
        HouseRules.check(module);
    }
}

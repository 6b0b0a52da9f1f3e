package io.sequence.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.arc.Arc;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.sequence.access.AccessTokens;
import io.sequence.testing.RealHouse;
import io.sequence.testing.TestHouse;
import io.sequence.vault.Opener;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(
        value = RealHouse.class,
        initArgs = @ResourceArg(name = "service", value = "credential-intake"))
@QuarkusTestResource(SigningKeys.class)
class LeastPrivilegeTest {
    TestHouse house;
    @Inject AccessTokens tokens;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select sealed from vault.credential",
                "select * from vault.credential",
                "select length(sealed) from vault.credential",
                "update vault.credential set sealed = '' returning sealed",
                "select c::text from vault.credential c",
                "select last from vault.nonce",
                "select * from key_validation.outbox",
                "select * from key_validation.inbox",
                "create table key_validation.mine (id int)",
                "create table vault.mine (id int)",
                "alter table vault.credential owner to credential_intake",
                "grant select on vault.credential to credential_intake",
            })
    void mayNotDo(String sql) {
        Trader ada = Trader.fresh(house, tokens);
        ada.submit();
        House asIntake = new House(house.dataSource("credential-intake"));
        if (sql.startsWith("grant")) {
            // PostgreSQL warns and grants nothing; what counts is that reading stays refused.
            assertThatThrownBy(
                            () -> {
                                asIntake.run(sql);
                                asIntake.column(
                                        byte[].class, "select sealed from vault.credential");
                            })
                    .hasMessageContaining("permission denied");
            return;
        }
        assertThatThrownBy(() -> asIntake.column(Object.class, sql))
                .hasMessageMatching("(?s).*(permission denied|must be owner).*");
    }

    @Test
    void runsWithoutAPrivateKeyset() {
        Config config = ConfigProvider.getConfig();
        assertThat(config.getOptionalValue("sequence.vault.private-keyset", String.class))
                .isEmpty();
        assertThat(config.getOptionalValue("sequence.vault.kek", String.class)).isEmpty();
        List<String> telling = new ArrayList<>();
        config.getPropertyNames()
                .forEach(
                        name -> {
                            if (config.getOptionalValue(name, String.class)
                                    .filter(value -> value.contains("vault-private"))
                                    .isPresent()) {
                                telling.add(name);
                            }
                        });
        assertThat(telling).isEmpty();
        assertThat(Arc.container().select(Opener.class, Any.Literal.INSTANCE).isUnsatisfied())
                .isTrue();
    }

    @Test
    void namesNoOpenerInItsCode() {
        assertThat(
                        new com.tngtech.archunit.core.importer.ClassFileImporter()
                                        .withImportOption(
                                                new com.tngtech.archunit.core.importer.ImportOption
                                                        .DoNotIncludeTests())
                                        .importPackages("io.sequence.intake")
                                        .stream()
                                        .filter(
                                                type ->
                                                        type
                                                                .getDirectDependenciesFromSelf()
                                                                .stream()
                                                                .anyMatch(
                                                                        dependency ->
                                                                                dependency
                                                                                        .getTargetClass()
                                                                                        .isEquivalentTo(
                                                                                                Opener
                                                                                                        .class))))
                .isEmpty();
    }
}

package io.sequence.intake.outbound.account;

import io.sequence.access.AccessTokens;
import io.sequence.access.Passwords;
import io.sequence.intake.domain.account.MailDomains;
import io.sequence.intake.domain.account.PasswordRule;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What accounts are handled with, made from settings and shipped lists. */
@Singleton
class AccountSettings {
    private final PrivateKey signingKey;

    AccountSettings(
            @ConfigProperty(
                            name = "sequence.jwt.private-key",
                            defaultValue = ".sequence/secrets/jwt-private.pem")
                    Path privateKey) {
        signingKey = AccessTokens.readKey(privateKey);
    }

    @Produces
    @Singleton
    AccessTokens accessTokens(
            @ConfigProperty(name = "sequence.jwt.issuer") String issuer,
            @ConfigProperty(name = "sequence.jwt.lifetime", defaultValue = "PT15M")
                    Duration lifetime) {
        return new AccessTokens(signingKey, issuer, lifetime);
    }

    @Produces
    @Singleton
    Codes codes() {
        return new Codes(signingKey);
    }

    @Produces
    @Singleton
    Passwords passwords(
            @ConfigProperty(name = "sequence.passwords.at-once") Optional<Integer> atOnce) {
        int processors = Runtime.getRuntime().availableProcessors();
        return new Passwords(atOnce.orElse(Math.max(1, processors - 1)));
    }

    void close(@Disposes Passwords passwords) {
        passwords.close();
    }

    @Produces
    @Singleton
    PasswordRule passwordRule() {
        return PasswordRule.of(shipped("common-passwords.txt"));
    }

    @Produces
    @Singleton
    MailDomains supportFirstDomains(
            @ConfigProperty(name = "sequence.support-first-domains")
                    Optional<List<String>> domains) {
        return MailDomains.of(domains.orElseGet(() -> shipped("support-first-domains.txt")));
    }

    private static List<String> shipped(String name) {
        try (InputStream list =
                AccountSettings.class.getClassLoader().getResourceAsStream("accounts/" + name)) {
            if (list == null) {
                throw new IllegalStateException("accounts/" + name + " is not in this build");
            }
            return new String(list.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("accounts/" + name, e);
        }
    }
}

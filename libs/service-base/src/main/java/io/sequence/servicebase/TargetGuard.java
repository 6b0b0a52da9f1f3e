package io.sequence.servicebase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The one guard of a service, as it is set. */
@ApplicationScoped
class TargetGuard {
    private static final Duration LOOKUP_PATIENCE = Duration.ofSeconds(5);

    @Produces
    @Singleton
    PublicTarget guard(
            @ConfigProperty(name = "sequence.alerts.allowed-origins")
                    Optional<List<String>> allowedOrigins) {
        return new PublicTarget(
                allowedOrigins.orElse(List.of()), NameLookup.ofThisMachine(LOOKUP_PATIENCE));
    }
}

package io.sequence.intake.outbound.submission;

import io.quarkus.runtime.Startup;
import io.sequence.vault.Keysets;
import io.sequence.vault.Sealer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The public keyset, read at start. The private one is not on this service's machine. */
@ApplicationScoped
public class Sealing {
    @Produces
    @Singleton
    @Startup
    Sealer sealer(@ConfigProperty(name = "sequence.vault.public-keyset") Path publicKeyset) {
        return new Sealer(Keysets.readPublic(publicKeyset));
    }
}

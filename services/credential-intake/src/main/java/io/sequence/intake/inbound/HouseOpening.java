package io.sequence.intake.inbound;

import io.quarkus.runtime.StartupEvent;
import io.sequence.intake.domain.account.EmailAddress;
import io.sequence.intake.outbound.account.FirstOperator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** At start: makes the first operator's account where the settings name one. */
@ApplicationScoped
class HouseOpening {
    private final FirstOperator operator;
    private final Optional<String> email;
    private final Optional<Path> passwordFile;

    HouseOpening(
            FirstOperator operator,
            @ConfigProperty(name = "sequence.operator.email") Optional<String> email,
            @ConfigProperty(name = "sequence.operator.password-file") Optional<Path> passwordFile) {
        this.operator = operator;
        this.email = email;
        this.passwordFile = passwordFile;
    }

    void open(@Observes StartupEvent event) {
        if (email.isPresent() && passwordFile.isPresent()) {
            operator.ensure(new EmailAddress(email.get()), passwordFile.get());
        }
    }
}

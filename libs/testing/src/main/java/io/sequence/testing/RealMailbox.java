package io.sequence.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gives a service under {@code @QuarkusTest} a real SMTP server to send to. Fields of the test of
 * type {@link TestMailbox} are filled.
 */
public final class RealMailbox implements QuarkusTestResourceLifecycleManager {

    private @Nullable TestMailbox mailbox;

    @Override
    public Map<String, String> start() {
        TestMailbox opened = TestMailbox.open();
        mailbox = opened;
        return Map.of(
                "quarkus.mailer.mock",
                "false",
                "quarkus.mailer.host",
                "127.0.0.1",
                "quarkus.mailer.port",
                Integer.toString(opened.port()),
                "quarkus.mailer.start-tls",
                "DISABLED");
    }

    @Override
    public void inject(TestInjector injector) {
        TestMailbox opened = mailbox;
        if (opened != null) {
            injector.injectIntoFields(opened, new TestInjector.MatchesType(TestMailbox.class));
        }
    }

    @Override
    public void stop() {
        TestMailbox opened = mailbox;
        if (opened != null) {
            opened.close();
            mailbox = null;
        }
    }
}

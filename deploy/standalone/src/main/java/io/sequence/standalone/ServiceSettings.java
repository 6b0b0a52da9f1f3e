package io.sequence.standalone;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What each process is told through its environment. The one place where the house's ports and
 * secrets meet the names under which services ask for them; a service is told nothing that it has
 * no use for.
 */
final class ServiceSettings {

    /** The house's bot at the stand-in of Telegram. */
    private static final String BOT = "sequence_connect_bot";

    /** The address as the simulator sees it; who calls real venues names theirs. */
    private static final String EGRESS_IPS = "SEQUENCE_EGRESS_IPS";

    private final HouseFiles files;
    private final HousePorts ports;
    private final HouseSecrets secrets;

    ServiceSettings(HouseFiles files, HousePorts ports, HouseSecrets secrets) {
        this.files = files;
        this.ports = ports;
        this.secrets = secrets;
    }

    /** The environment of one service. */
    Map<String, String> of(HouseService service) throws IOException {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        settings.put("QUARKUS_HTTP_PORT", Integer.toString(service.port(ports)));
        if (service == HouseService.VENUE_SIMULATOR) {
            settings.put(
                    "SEQUENCE_SIMULATOR_STATE_FILE", files.simulator().resolve("state").toString());
            settings.put("SEQUENCE_SIMULATOR_PORT", Integer.toString(ports.simulator().number()));
            settings.put("SEQUENCE_SIMULATOR_TELEGRAM_TOKEN", secrets.telegramToken().toString());
            settings.put("SEQUENCE_SIMULATOR_TELEGRAM_BOT", BOT);
            return settings;
        }
        settings.put("KAFKA_BOOTSTRAP_SERVERS", kafka());
        settings.put("QUARKUS_DATASOURCE_JDBC_URL", jdbcUrl());
        settings.put("QUARKUS_DATASOURCE_USERNAME", service.role());
        settings.put("QUARKUS_DATASOURCE_PASSWORD", secrets.databasePassword(service.role()));
        switch (service) {
            case CREDENTIAL_INTAKE -> {
                settings.put("SEQUENCE_JWT_PRIVATE_KEY", secrets.jwtPrivateKey().toString());
                settings.put("SEQUENCE_JWT_PUBLIC_KEY", secrets.jwtPublicKey().toString());
                settings.put(
                        "SEQUENCE_VAULT_PUBLIC_KEYSET", secrets.vaultPublicKeyset().toString());
                settings.put(
                        "SEQUENCE_IDEMPOTENCY_KEY_FILE", secrets.idempotencyKeyFile().toString());
                settings.put("SEQUENCE_OPERATOR_EMAIL", House.OPERATOR);
                settings.put(
                        "SEQUENCE_OPERATOR_PASSWORD_FILE",
                        secrets.operatorPasswordFile().toString());
                alerts(settings);
            }
            case KEY_VALIDATION, HEALTH_CHECK -> {
                settings.put(
                        "SEQUENCE_VAULT_PRIVATE_KEYSET", secrets.vaultPrivateKeyset().toString());
                settings.put("SEQUENCE_VAULT_KEK", secrets.vaultKeyEncryptionKey().toString());
                settings.put("SEQUENCE_VENUES_SIMULATOR_URL", simulator());
                if (System.getenv(EGRESS_IPS) == null) {
                    settings.put(EGRESS_IPS, "127.0.0.1");
                }
            }
            case MAILER -> {
                settings.put("QUARKUS_MAILER_HOST", "127.0.0.1");
                settings.put("QUARKUS_MAILER_PORT", Integer.toString(ports.smtp().number()));
                settings.put("QUARKUS_MAILER_START_TLS", "DISABLED");
                settings.put("SEQUENCE_CONSOLE_URL", "http://localhost:" + ports.http().number());
                alerts(settings);
                settings.put("SEQUENCE_ALERTS_VAPID_KEY", secrets.vapidPrivateKey().toString());
                if (!ownBot()) {
                    settings.put(
                            "SEQUENCE_ALERTS_TELEGRAM_TOKEN", secrets.telegramToken().toString());
                    settings.put("SEQUENCE_ALERTS_TELEGRAM_URL", simulator() + "/_telegram");
                }
            }
            case EXPIRY_REMINDER, STRATEGY_LAUNCHER, VENUE_SIMULATOR -> {}
        }
        return settings;
    }

    /** What both who take channels in and who call them must know. */
    private void alerts(Map<String, String> settings) {
        settings.put("SEQUENCE_ALERTS_WEBHOOK_KEY", secrets.webhookKey().toString());
        settings.put("SEQUENCE_ALERTS_VAPID_PUBLIC_KEY", secrets.vapidPublicKey().toString());
        settings.put(
                "SEQUENCE_ALERTS_ALLOWED_ORIGINS",
                simulator() + ",http://localhost:" + ports.simulator().number());
        if (!ownBot()) {
            settings.put("SEQUENCE_ALERTS_TELEGRAM_BOT", BOT);
        }
    }

    /** Whether somebody named a bot of their own, at the real Telegram, to this process. */
    private static boolean ownBot() {
        return System.getenv("SEQUENCE_ALERTS_TELEGRAM_TOKEN") != null;
    }

    private String simulator() {
        return "http://127.0.0.1:" + ports.simulator().number();
    }

    private String kafka() {
        return "127.0.0.1:" + ports.kafka().number();
    }

    private String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + ports.postgres().number() + "/" + House.DATABASE;
    }
}

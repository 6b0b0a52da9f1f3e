package io.sequence.simulator.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.sequence.simulator.domain.AccountState;
import io.sequence.simulator.domain.Accounts;
import io.sequence.simulator.domain.KeyTerms;
import io.sequence.simulator.domain.VenueAccount;
import io.sequence.simulator.domain.WalletKind;
import io.sequence.simulator.wire.Json;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFileTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    @TempDir Path folder;

    @Test
    void givesBackWhatAnAdminWroteWithoutEverBeingClosed() {
        Path path = folder.resolve("deep/state.json");
        StateFile file = StateFile.open(path, Json.mapper());
        VenueAccount account = account();
        new Accounts(10, file).add(account);
        AccountState written = account.state();
        // Not closed: what a kill leaves behind.
        assertThat(StateFile.open(path, Json.mapper()).read())
                .singleElement()
                .extracting(VenueAccount::state)
                .isEqualTo(written);
    }

    @Test
    void takesTheLastLineOfAnAccountAndPassesOverATornOne() throws Exception {
        Path path = folder.resolve("state.json");
        StateFile file = StateFile.open(path, Json.mapper());
        Accounts accounts = new Accounts(10, file);
        VenueAccount account = account();
        accounts.add(account);
        account.wallet(WalletKind.TRADING).set("BTC", new BigDecimal("5"));
        accounts.changed(account);
        file.close();
        Files.writeString(path, "{\"id\":\"torn", StandardOpenOption.APPEND);
        assertThat(StateFile.open(path, Json.mapper()).read())
                .singleElement()
                .satisfies(
                        a ->
                                assertThat(a.wallet(WalletKind.TRADING).of("BTC").total())
                                        .isEqualByComparingTo("5"));
    }

    @Test
    void readsAccountsThatWereWrittenBeforeThereWereSettings() throws Exception {
        Path path = folder.resolve("state.json");
        StateFile file = StateFile.open(path, Json.mapper());
        new Accounts(10, file).add(account());
        file.close();
        String written = Files.readString(path);
        String older = written.replace(",\"settings\":{\"mode\":\"hedge\"}", "");
        assertThat(older).isNotEqualTo(written);
        Files.writeString(path, older);
        assertThat(StateFile.open(path, Json.mapper()).read())
                .singleElement()
                .satisfies(a -> assertThat(a.setting("mode")).isNull());
    }

    @Test
    void keepsTheFileToItsOwner() throws Exception {
        Path path = folder.resolve("state.json");
        StateFile.open(path, Json.mapper()).close();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-------");
    }

    private static VenueAccount account() {
        VenueAccount account = new VenueAccount("id", "kraken", "AA", "BB", "spot", NOW);
        account.put(KeyTerms.none().issue("key", "secret", "pass", null, NOW));
        account.wallet(WalletKind.TRADING).set("BTC", new BigDecimal("2"));
        account.nonces("key").admit(BigInteger.valueOf(9), 0);
        account.leverage("X", 3);
        account.setting("mode", "hedge");
        account.count("key", "GET /x", NOW);
        return account;
    }
}

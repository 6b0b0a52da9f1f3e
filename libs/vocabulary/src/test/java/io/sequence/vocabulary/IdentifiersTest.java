package io.sequence.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdentifiersTest {
    @Test
    void freshUuidsAreVersionSevenAndIncrease() {
        List<UUID> fresh = Stream.generate(TimeOrderedUuid::next).limit(10_000).toList();
        assertThat(fresh).allMatch(uuid -> uuid.version() == 7 && uuid.variant() == 2);
        assertThat(fresh.stream().map(UUID::toString).toList()).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void readsOnlyTheCanonicalForm() {
        assertThatIllegalArgumentException().isThrownBy(() -> AccountId.parse("1-1-1-1-1"));
        assertThatIllegalArgumentException().isThrownBy(() -> AccountId.parse("../../etc/passwd"));
        AccountId id = AccountId.next();
        assertThat(AccountId.parse(id.toString())).isEqualTo(id);
    }

    @Test
    void clientAndBotIdsReadAsDocumented() {
        ClientId client = new ClientId(1001, "Ada Lovelace");
        assertThat(client).hasToString("0x3E9 / Ada Lovelace");
        assertThat(client.bot(2)).hasToString("0x3E9 / Ada Lovelace / 2");
        assertThat(new ClientId(10, "B")).hasToString("0x00A / B");
    }

    @Test
    void aRightThatNobodySpokeOfIsUnknown() {
        Rights rights = new Rights(Map.of(Right.READ, Grant.GRANTED));
        assertThat(rights.of(Right.WITHDRAW)).isEqualTo(Grant.UNKNOWN);
        assertThat(rights.has(Right.WITHDRAW)).isFalse();
        assertThat(rights.grants()).hasSize(Right.values().length);
    }

    @Test
    void refusesNamesOutsideTheAlphabet() {
        assertThatIllegalArgumentException().isThrownBy(() -> new VenueId("By bit"));
        assertThatIllegalArgumentException().isThrownBy(() -> new VenueId(""));
        assertThatIllegalArgumentException().isThrownBy(() -> new Asset("btc"));
    }
}

package io.sequence.venues.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bytes by the msgpack specification's table of formats. */
class MsgPackTest {
    @ParameterizedTest
    @CsvSource({
        "0, 00",
        "127, 7f",
        "128, cc80",
        "255, ccff",
        "256, cd0100",
        "65535, cdffff",
        "65536, ce00010000",
        "4294967295, ceffffffff",
        "4294967296, cf0000000100000000",
        "100000000000, cf000000174876e800",
        "9223372036854775808, cf8000000000000000",
        "18446744073709551615, cfffffffffffffffff",
        "-1, ff",
        "-32, e0",
        "-33, d0df",
        "-128, d080",
        "-129, d1ff7f",
        "-32768, d18000",
        "-32769, d2ffff7fff",
        "-2147483649, d3ffffffff7fffffff",
        "-9223372036854775808, d38000000000000000"
    })
    void packsWholeNumbersInTheirShortestForm(BigInteger number, String hex) {
        assertThat(Encoding.hex(MsgPack.pack(number))).isEqualTo(hex);
    }

    @Test
    void packsTheSpecificationsExample() {
        // {"compact":true,"schema":0}, msgpack.org
        Map<String, Object> example = new java.util.LinkedHashMap<>();
        example.put("compact", true);
        example.put("schema", 0);
        assertThat(Encoding.hex(MsgPack.pack(example)))
                .isEqualTo("82a7636f6d70616374c3a6736368656d6100");
    }

    @Test
    void packsJsonAsItsTree() throws Exception {
        var json =
                new ObjectMapper().readTree("{\"b\":[1,-1,null,false,1.5,\"é\"],\"a\":4294967296}");
        assertThat(Encoding.hex(MsgPack.pack(json)))
                .isEqualTo(
                        "82a16296" + "01ffc0c2cb3ff8000000000000a2c3a9" + "a161cf0000000100000000");
    }

    @Test
    void countsLongTextsListsAndMaps() {
        assertThat(Encoding.hex(MsgPack.pack("x".repeat(31)))).startsWith("bf78");
        assertThat(Encoding.hex(MsgPack.pack("x".repeat(32)))).startsWith("d92078");
        assertThat(Encoding.hex(MsgPack.pack("x".repeat(256)))).startsWith("da010078");
        assertThat(Encoding.hex(MsgPack.pack("x".repeat(65536)))).startsWith("db0001000078");
        assertThat(Encoding.hex(MsgPack.pack(Collections.nCopies(15, 0)))).startsWith("9f00");
        assertThat(Encoding.hex(MsgPack.pack(Collections.nCopies(16, 0)))).startsWith("dc001000");
        assertThat(Encoding.hex(MsgPack.pack(Collections.nCopies(65536, 0))))
                .startsWith("dd0001000000");
        Map<String, Object> sixteen = new java.util.LinkedHashMap<>();
        for (int i = 0; i < 16; i++) {
            sixteen.put("k" + (char) ('a' + i), i);
        }
        assertThat(Encoding.hex(MsgPack.pack(sixteen))).startsWith("de0010a26b6100a26b6201");
        assertThat(Encoding.hex(MsgPack.pack(new byte[] {1, 2}))).isEqualTo("c4020102");
    }

    @Test
    void refusesWhatHasNoForm() {
        assertThatThrownBy(() -> MsgPack.pack(BigInteger.ONE.shiftLeft(64)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () ->
                                MsgPack.pack(
                                        BigInteger.ONE
                                                .shiftLeft(63)
                                                .negate()
                                                .subtract(BigInteger.ONE)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MsgPack.pack(List.of(new Object())))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

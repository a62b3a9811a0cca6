// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.latchkey.api.identity.ControllerId;
import io.latchkey.api.model.HapStatus;
import io.latchkey.api.store.ControllerWrite;
import io.latchkey.api.store.ControllerWrite.SentCommand;
import io.latchkey.api.store.Domain;
import io.latchkey.api.store.Happening;
import io.latchkey.api.store.Happening.Kind;
import io.latchkey.api.store.History;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Histories come back as they were; a kind of happening that nobody knows yet costs nothing. */
class HistoryCodecTest {
    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00.123456Z");

    private static Happening happening(Kind kind) {
        return new Happening(
                NOON,
                NOON.plusSeconds(3),
                7,
                kind,
                kind == Kind.OPENED ? Optional.empty() : Optional.of(new ControllerId("Ünïque")),
                kind == Kind.OPENED ? Optional.empty() : Optional.of("fe80::1%eth0"),
                "why \"not\"");
    }

    private static ControllerWrite write(HapStatus result) {
        return new ControllerWrite(
                NOON,
                new ControllerId("phone"),
                result == HapStatus.SUCCESS,
                "Desk lamp",
                "openhab:Desk_Lamp",
                "On",
                "true",
                List.of(new SentCommand("Desk_Lamp", "ON"), new SentCommand("Scene", "é")),
                result);
    }

    @Test
    void allOfItComesBack() {
        List<Happening> happenings =
                List.of(Kind.values()).stream().map(HistoryCodecTest::happening).toList();
        List<ControllerWrite> writes = List.of(HapStatus.values()).stream()
                .map(HistoryCodecTest::write)
                .toList();
        CodecRoundTrip.roundTrip(Domain.HISTORY, new History(happenings, writes));
        CodecRoundTrip.roundTrip(Domain.HISTORY, History.NONE);
    }

    @Test
    void aKindOfANewerProgramIsPassedOver() {
        JsonObject json = Codec.of(Domain.HISTORY).write(new History(List.of(happening(Kind.PAIRED)), List.of()));
        String newer = json.toString().replace("PAIRED", "PAINTED");
        assertEquals(
                History.NONE,
                Codec.of(Domain.HISTORY).read(JsonParser.parseString(newer).getAsJsonObject(), 2));
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        Codec<History> codec = Codec.of(Domain.HISTORY);
        String good = codec.write(new History(List.of(happening(Kind.PAIRED)), List.of(write(HapStatus.BUSY))))
                .toString();
        List<String> wrong = List.of(
                good.replace("\"times\":7", "\"times\":0"),
                good.replace("-70403", "17"),
                good.replace("\"writes\"", "\"rites\""),
                good.replace("Ünïque", ""));
        IntStream.range(0, wrong.size())
                .forEach(each -> assertThrows(
                        IllegalArgumentException.class,
                        () -> codec.read(JsonParser.parseString(wrong.get(each)).getAsJsonObject(), 2),
                        wrong.get(each)));
    }
}

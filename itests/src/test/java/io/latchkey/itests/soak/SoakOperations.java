// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.soak;

import io.latchkey.pairing.ControllerPairings;
import io.latchkey.pairing.Conversation;
import io.latchkey.pairing.PairingFailure;
import java.io.IOException;
import java.time.Duration;
import java.util.Random;

/** What a session does next: mostly reads and writes, now and then what no controller should do. For one thread. */
final class SoakOperations {
    private final Random random;
    private final Lodging lodging;
    private final NumberedCharacteristic counter;
    private final SoakReader reading;
    private final SoakWriter writing;
    private final Subscribing subscribing;

    SoakOperations(
            Random random,
            Lodging lodging,
            NumberedCharacteristic counter,
            SoakReader reading,
            SoakWriter writing,
            Subscribing subscribing) {
        this.random = random;
        this.lodging = lodging;
        this.counter = counter;
        this.reading = reading;
        this.writing = writing;
        this.subscribing = subscribing;
    }
    /** Does it and judges what came of it. */
    void next(Talk talk) throws IOException {
        int chance = random.nextInt(1000);
        if (chance < 490) {
            read(talk, chance);
        } else if (chance < 850) {
            write(talk, chance);
        } else if (chance < 920) {
            subscribing.more(talk, random.nextInt(1, 10));
        } else if (chance < 980) {
            subscribing.fewer(talk);
        } else if (chance < 985) {
            subscribing.whileWriting(talk, counter);
        } else {
            odd(talk, chance);
        }
    }

    private void read(Talk talk, int chance) throws IOException {
        if (chance < 230) {
            reading.one(talk);
        } else if (chance < 330) {
            reading.many(talk);
        } else if (chance < 390) {
            reading.described(talk);
        } else if (chance < 430) {
            reading.burst(talk);
        } else if (chance < 470) {
            reading.pieces(talk);
        } else if (chance < 488) {
            reading.accessories(talk);
        } else {
            reading.deaf(talk);
        }
    }

    private void write(Talk talk, int chance) throws IOException {
        if (chance < 600) {
            writing.own(talk);
        } else if (chance < 680) {
            writing.shared(talk);
        } else if (chance < 730) {
            writing.several(talk);
        } else if (chance < 760) {
            writing.wrong(talk, "write, refused");
        } else if (chance < 775) {
            writing.malformed(talk);
        } else if (chance < 810) {
            writing.timed(talk);
        } else if (chance < 825) {
            writing.untimely(talk);
        } else {
            writing.answered(talk);
        }
    }

    private void odd(Talk talk, int chance) throws IOException {
        switch (chance % 5) {
            case 0 -> talk.expect(talk.ask("wrong path", SoakRequests.get("/nothing")), 404, "/nothing");
            case 1 ->
                talk.expect(talk.ask("wrong method", SoakRequests.put("/accessories", "{}")), 405, "PUT /accessories");
            case 2 ->
                talk.expect(
                        talk.ask("pair-verify inside", SoakRequests.post("/pair-verify", new byte[] {6, 1, 1})),
                        400,
                        "");
            case 3 -> talk.listen(Duration.ofMillis(random.nextInt(500, 2500)));
            default -> askForPairings(talk);
        }
    }

    /** Only administrators may; what guests are now, administrators change. */
    private void askForPairings(Talk talk) throws IOException {
        var end = talk.lead("pairings, refused", "/pairings", ControllerPairings.list());
        boolean refused =
                end instanceof Conversation.Failed<?> failed && failed.reason() == PairingFailure.AUTHENTICATION;
        if (!refused && !lodging.mayManage()) {
            talk.fault("pairings shown", end.toString());
        }
    }
}

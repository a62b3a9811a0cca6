// SPDX-License-Identifier: EPL-2.0
package io.latchkey.conformance;

import io.latchkey.api.model.HapStatus;
import io.latchkey.itests.home.Probe;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** An accessory in trouble costs its own entry of an answer and nobody else's. */
@OverTheWire
@Order(ConformanceOrder.MEANWHILE)
class CharacteristicsTroubleConformance {
    /** Controllers give up after about this time. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private static final Duration SOON = Duration.ofSeconds(2);

    @Test
    @DisplayName("B109 What never answers is given up by -70408 within ten seconds, the others are answered")
    void hangs(Server server) throws IOException {
        TestedHome home = server.home();
        String hanging = home.probe(Probe.HANG);
        try (SuiteController reader = SuiteController.admin(server);
                SuiteController writer = SuiteController.admin(server);
                SuiteController other = SuiteController.admin(server)) {
            long begun = System.nanoTime();
            reader.beginRead(home.on(), hanging, home.brightness());
            writer.begin(Put.value(hanging, "1").andValue(home.brightness(), "75"));
            other.read(home.on(), home.brightness()).is(200);
            Expect.that(
                    since(begun).compareTo(SOON) < 0, "a read by another session", "its answer at once", since(begun));
            CharacteristicsReply read = reader.answer().is(207).names(List.of(home.on(), hanging, home.brightness()));
            read.says(home.on(), HapStatus.SUCCESS).says(home.brightness(), HapStatus.SUCCESS);
            read.says(hanging, HapStatus.TIMED_OUT);
            CharacteristicsReply written = writer.answer().is(207).names(List.of(hanging, home.brightness()));
            written.says(hanging, HapStatus.TIMED_OUT).says(home.brightness(), HapStatus.SUCCESS);
            Expect.that(
                    since(begun).compareTo(LONGEST) < 0,
                    "a read and a write that hang",
                    "both answers in ten seconds",
                    since(begun));
            other.finds(home.brightness(), "75");
        }
    }

    @Test
    @DisplayName("B110 What throws is answered by -70402, the others are answered")
    void throwsUp(Server server) throws IOException {
        TestedHome home = server.home();
        String broken = home.probe(Probe.THROW);
        try (SuiteController controller = SuiteController.admin(server)) {
            CharacteristicsReply read =
                    controller.read(broken, home.on()).is(207).names(List.of(broken, home.on()));
            read.says(broken, HapStatus.UNABLE_TO_COMMUNICATE).says(home.on(), HapStatus.SUCCESS);
            CharacteristicsReply written = controller.put(Put.value(broken, "1").andValue(home.brightness(), "55"));
            written.is(207).says(broken, HapStatus.UNABLE_TO_COMMUNICATE).says(home.brightness(), HapStatus.SUCCESS);
            controller.finds(home.brightness(), "55");
        }
    }

    private static Duration since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun);
    }
}

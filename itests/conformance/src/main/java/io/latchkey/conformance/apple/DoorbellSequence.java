// SPDX-License-Identifier: EPL-2.0
package io.latchkey.conformance.apple;

import io.latchkey.conformance.Entries;
import io.latchkey.conformance.Expect;
import io.latchkey.conformance.Put;
import io.latchkey.itests.home.Probe;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sequence F: somebody presses twice; every device hears of both at once, whatever else the bridge waits for. */
public final class DoorbellSequence {
    private static final String BUTTON = "73";
    private static final Duration AT_ONCE = Duration.ofMillis(900);
    private static final Duration NO_MORE = Duration.ofMillis(1300);
    private static final int PRESSES = 2;

    private final AppleHome home;

    /** The sequence in a home. */
    public DoorbellSequence(AppleHome home) {
        this.home = home;
    }

    /** All of it; needs the test home, whose button is pressed on order. */
    public void run() throws IOException {
        home.paired();
        try (AppleConnection hub = home.verified(home.hub);
                AppleConnection second = home.verified(home.second);
                AppleConnection third = home.verified(home.third);
                AppleConnection tablet = home.verified(home.tablet);
                AppleConnection owner = home.verified(home.owner)) {
            AppleDatabase database = owner.database();
            String order = database.first(Probe.ORDER.uuid());
            String button = buttonBeside(database, order);
            List<AppleConnection> listening = List.of(hub, second, third);
            for (AppleConnection each : listening) {
                each.write(Put.events(button, true));
            }
            List<String> slow = new ArrayList<>(database.values());
            slow.add(database.first(Probe.SLOW.uuid()));
            tablet.begin(AppleRequest.read(slow));
            owner.write(Put.value(order, "\"press " + PRESSES + "\""));
            for (AppleConnection each : listening) {
                hearPresses(each, button);
            }
            int answered = tablet.answer().is(200).entries().ids().size();
            Expect.that(answered == slow.size(), "T12 with a slow backend", slow.size() + " objects", answered);
            boolean isNull = owner.reply(AppleRequest.read(List.of(button)))
                    .is(200)
                    .entry(button)
                    .get("value")
                    .isJsonNull();
            Expect.that(isNull, "a read of a button", "null", "a value");
        }
    }

    private static void hearPresses(AppleConnection listener, String button) throws IOException {
        for (int press = 1; press <= PRESSES; press++) {
            Optional<Entries> heard = listener.hear(AT_ONCE);
            boolean pressed = heard.filter(each -> each.ids().equals(List.of(button)))
                    .filter(each -> each.tell(button, "0"))
                    .isPresent();
            Expect.that(pressed, "press " + press, "an event of it alone within " + AT_ONCE, heard);
        }
        listener.expectSilence("two presses", NO_MORE);
    }

    private static String buttonBeside(AppleDatabase database, String order) {
        String aid = order.substring(0, order.indexOf('.') + 1);
        return database.ofType(BUTTON).stream()
                .filter(each -> each.startsWith(aid))
                .findFirst()
                .orElseThrow();
    }
}

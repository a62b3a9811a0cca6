// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.soak;

import io.latchkey.itests.wire.RefusedException;
import io.latchkey.itests.wire.WireClient;
import io.latchkey.itests.wire.WireFault;
import io.latchkey.pairing.ControllerPairVerify;
import io.latchkey.pairing.Conversation;
import io.latchkey.pairing.PairingFailure;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * One session of the soak, on one thread: connects, works, leaves and comes back until it is time, then stays to listen
 * until nothing changes any more and compares what it heard with what is.
 */
final class Visitor implements Runnable {
    private static final long REMOVED_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final long ARRIVAL_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final Duration SILENCE = Duration.ofMillis(2500);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int FIRST_SUBSCRIPTIONS = 25;

    private final SoakRun stage;
    private final Lodging lodging;
    private final String who;
    private final Random random;
    private final Pace pace;
    private final SoakReader reading;
    private final Subscribing subscribing;
    private final SoakOperations operations;
    private final Leaving leaving;

    /**
     * Prepares a session.
     *
     * @param number which one, and the number of the counter that it raises alone
     */
    Visitor(SoakRun stage, int number, Lodging lodging) {
        this.stage = stage;
        this.lodging = lodging;
        this.random = new Random(stage.seed() + number);
        this.who = "session " + number;
        this.pace = new Pace(random);
        NumberedCharacteristic counter = stage.home().of(Kind.COUNTER).stream()
                .filter(each -> each.number() == number)
                .findFirst()
                .orElseThrow();
        this.reading = new SoakReader(stage.home(), random);
        SoakWriter writing = new SoakWriter(stage.home(), random, counter);
        this.subscribing = new Subscribing(stage.home(), random);
        this.operations = new SoakOperations(random, lodging, counter, reading, writing, subscribing);
        this.leaving = new Leaving(random);
    }

    @Override
    public void run() {
        LockSupport.parkNanos(random.nextLong(ARRIVAL_NANOS));
        while (!stage.isOver()) {
            lodging.stay().ifPresentOrElse(this::visit, pace::rest);
        }
    }

    private void visit(Stay stay) {
        try (Talk talk = open(stay)) {
            subscribing.more(talk, FIRST_SUBSCRIPTIONS);
            work(talk);
            if (stage.isClosing()) {
                stayToTheEnd(talk);
            } else {
                leaving.leave(talk);
            }
        } catch (IOException | RuntimeException broken) {
            if (stay.isEnding()) {
                removed(stay);
            } else {
                fault(kind(broken), broken.toString());
                pace.rest();
            }
        }
    }

    private Talk open(Stay stay) throws IOException {
        long began = System.nanoTime();
        WireClient client = WireClient.open(stage.address());
        try {
            if (random.nextInt(4) == 0) {
                beginInVain(client, stay);
            }
            client.verify(stay.keys(), stage.bridge());
        } catch (IOException refused) {
            client.close();
            throw refused;
        }
        stage.score().connected(System.nanoTime() - began);
        return new Talk(stage.home(), stage.score(), who, stay, client);
    }

    private void beginInVain(WireClient client, Stay stay) throws IOException {
        var begun = ControllerPairVerify.begin(stay.keys(), stage.bridge(), new SecureRandom());
        client.post("/pair-verify", ((Conversation.Send<?>) begun).request());
    }

    private void work(Talk talk) throws IOException {
        for (int i = random.nextInt(20, 400); i > 0 && !stage.isClosing(); i--) {
            operations.next(talk);
            lodging.manage(talk, random);
            talk.listen(pace.next());
        }
    }

    private void stayToTheEnd(Talk talk) throws IOException {
        stage.arrived(who);
        while (!stage.isCalm()) {
            talk.listen(pace.next());
        }
        if (!talk.listenUntilSilentFor(SILENCE, PATIENCE)) {
            talk.fault("no silence", "events without changes");
        }
        talk.ear().check(reading.all(talk, talk.ear().subscriptions()), stage.calmSince());
        stage.compared(who);
        while (!stage.isOver()) {
            talk.listen(pace.next());
        }
    }

    /** A session of a removed controller must have ended by now, and a new one must not begin. */
    private void removed(Stay stay) {
        long since = stay.endedFor();
        if (since > 0) {
            stage.score().latencies().add("removal to close", since);
        }
        if (since > REMOVED_NANOS) {
            fault("alive after removal", since / 1_000_000 + " ms");
        }
        while (stay.endedFor() == 0 && !stage.isOver()) {
            pace.rest();
        }
        try {
            WireClient.verified(stage.address(), stay.keys(), stage.bridge()).close();
            fault("let in after removal", stay.keys().id().text());
        } catch (RefusedException refused) {
            if (refused.reason() != PairingFailure.AUTHENTICATION) {
                fault("refused wrongly after removal", refused.getMessage());
            }
        } catch (IOException broken) {
            fault(kind(broken), broken.toString());
        }
    }

    private static String kind(Exception broken) {
        if (broken instanceof SocketTimeoutException) {
            return "hang";
        } else if (broken instanceof WireFault) {
            return "wire";
        } else if (broken instanceof RefusedException) {
            return "refused";
        }
        return broken instanceof IOException ? "connection lost" : "not understood";
    }

    private void fault(String kind, String detail) {
        stage.score().faults().add(kind, who, detail);
    }
}

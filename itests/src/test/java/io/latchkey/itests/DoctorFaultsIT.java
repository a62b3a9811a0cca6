// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.store.BridgeStore;
import io.latchkey.itests.ExaminedDistribution.Saying;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;

/**
 * Faults that people have, brought about at the distribution in a network of its own: {@code latchkey:doctor} names each
 * of them and nothing else. Needs Linux; fails where namespaces can't be made. The property {@code latchkey.doctor.runs}
 * says how often it is asked at each state of the home.
 */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DoctorFaultsIT {
    private static final int RUNS = Integer.getInteger("latchkey.doctor.runs", 5);
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    /** Records of many bridges are taken back one after another; what can't be sent is tried again after half a minute. */
    private static final Duration LONG = Duration.ofSeconds(120);

    private static final int STORE_MEGABYTES = 48;
    private static final int OLD_PORT = 4712;

    private static FaultyHome home;
    private static ExaminedDistribution distribution;
    private static Phones phones;

    @BeforeAll
    static void start() throws Exception {
        home = new FaultyHome(Built.fresh("doctor-faults"));
        distribution = home.distribution();
        distribution.putStoreOnDisk(STORE_MEGABYTES);
        distribution.karaf().start();
        phones = new Phones(distribution.namespaces().enter(ExaminedDistribution.HOUSE), ExaminedDistribution.ADDRESS);
        phones.pair(home.id("home"), FaultyHome.PORT);
    }

    @AfterAll
    static void end() {
        if (phones != null) {
            phones.close();
        }
        if (home != null) {
            home.close();
        }
    }

    @Test
    @Order(1)
    void healthyHomeOf149AccessoriesHasNothingToMend() throws Exception {
        for (Saying saying : distribution.doctor(RUNS)) {
            assertEquals(Set.of(), saying.named(), saying.text());
            assertTrue(saying.time().compareTo(LONGEST) < 0, saying.time()::toString);
        }
    }

    @Test
    @Order(2)
    void faultsOfBridgesAreNamedAtTheirBridgesAndTheWholeOneHasNone() throws Exception {
        home.spoil(phones);
        try {
            awaitNamed(FaultyHome.FAULTS);
            names(RUNS, FaultyHome.FAULTS.toArray(String[]::new));
        } finally {
            home.mend();
        }
        awaitNamed(Set.of(), LONG);
    }

    @Test
    @Order(3)
    void phoneThatDoesNotReadIsNamed() throws Exception {
        phones.stall(home.id("home"), FaultyHome.PORT);
        awaitNamed(Set.of("home session-stalled"));
        phones.close();
        awaitNamed(Set.of());
    }

    @Test
    @Order(4)
    void interfaceOnWhichAFirewallKeepsMulticastIsNamed() throws Exception {
        distribution.run(
                "nft",
                "add table inet faults; add chain inet faults in { type filter hook input priority 0; };"
                        + " add rule inet faults in iifname lan1 udp dport 5353 drop");
        try {
            names(1, "home record-unseen");
        } finally {
            distribution.run("nft", "delete table inet faults");
        }
        names(1);
    }

    @Test
    @Order(5)
    void addressAtWhichAFirewallKeepsThePortIsNamed() throws Exception {
        distribution.run(
                "nft",
                "add table inet faults; add chain inet faults in { type filter hook input priority 0; };"
                        + " add rule inet faults in ip daddr 10.77.2.2 tcp dport " + FaultyHome.PORT + " drop");
        try {
            names(1, "home address-unanswered");
        } finally {
            distribution.run("nft", "delete table inet faults");
        }
        names(1);
    }

    @Test
    @Order(6)
    void whatAnotherProgramOfTheMachineAnnouncesIsNamed() throws Exception {
        String id = "id=" + home.id("home").text();
        distribution.publishHostHere("gone.local", "10.77.1.99");
        announcedHereIsNamed("home record-address", "gone.local", FaultyHome.PORT, id, "sf=0");
        announcedHereIsNamed("home record-state", "machine.local", FaultyHome.PORT, id, "sf=1");
        announcedHereIsNamed("home id-twice", "machine.local", OLD_PORT, id, "sf=0");
        distribution.run(
                "nft",
                "add table inet faults; add chain inet faults out { type filter hook output priority 0; };"
                        + " add rule inet faults out meta skuid 0 udp sport 5353 drop");
        try {
            announcedHereIsNamed("home record-port", "machine.local", OLD_PORT, id, "sf=0");
        } finally {
            distribution.run("nft", "delete table inet faults");
        }
        awaitNamed(Set.of(), LONG);
    }

    private static void announcedHereIsNamed(String named, String host, int port, String... texts) throws Exception {
        distribution.publishHere(host, port, texts);
        try {
            awaitNamed(Set.of(named));
        } finally {
            distribution.endPublications();
        }
    }

    @Test
    @Order(7)
    void settingThatCannotBeUsedIsNamedAndTheBridgeGoesOn() throws Exception {
        home.refuse();
        try {
            awaitNamed(Set.of("home setting-refused"));
        } finally {
            home.accept();
        }
        awaitNamed(Set.of());
    }

    @Test
    @Order(8)
    void diskThatIsFullIsNamed() throws Exception {
        Path filler = distribution.store().resolve("filler");
        distribution.run("sh", "-c", "cat /dev/zero >" + filler + " || true");
        try {
            names(1, "store-full");
        } finally {
            distribution.run("rm", filler.toString());
        }
        names(1);
    }

    @Test
    @Order(9)
    void storeThatCannotBeWrittenIsNamed() throws Exception {
        String store = distribution.store().toString();
        distribution.run("mount", "--bind", store, store);
        distribution.run("mount", "-o", "remount,bind,ro", store);
        try {
            names(1, "store-unwritable");
        } finally {
            distribution.run("umount", store);
        }
        names(1);
    }

    @Test
    @Order(10)
    void machineWithoutANetworkIsNamed() throws Exception {
        distribution.run("sh", "-c", "ip link set lan0 down && ip link set lan1 down");
        awaitNamed(Set.of("home no-interface"));
        distribution.run("sh", "-c", "ip link set lan0 up && ip link set lan1 up");
        awaitNamed(Set.of());
    }

    @Test
    @Order(11)
    void storeThatAnotherProcessOfOursHoldsIsNamed() throws Exception {
        String bundle = "io.latchkey.store";
        distribution.karaf().console("bundle:stop " + bundle);
        distribution.run("umount", distribution.store().toString());
        try (FelixRuntime other = FelixRuntime.start(distribution.folder(), Libraries.HIGHEST)) {
            other.service(BridgeStore.class);
            distribution.karaf().console("bundle:start " + bundle);
            awaitNamed(Set.of("store-shared"));
        }
        distribution.karaf().console("bundle:restart " + bundle);
        awaitNamed(Set.of());
    }

    @Test
    @Order(12)
    void clockThatWasSetIsNamed() throws Exception {
        FakedClock clock = distribution.restartWithClock();
        awaitNamed(Set.of());
        clock.set(Duration.ofMinutes(30));
        awaitNamed(Set.of("clock-jumped"));
        clock.set(Duration.ZERO);
        awaitNamed(Set.of());
    }

    /** What was brought about takes a moment to be there. */
    private static void awaitNamed(Set<String> expected) throws IOException, InterruptedException {
        awaitNamed(expected, PATIENCE);
    }

    private static void awaitNamed(Set<String> expected, Duration patience) throws IOException, InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        Saying saying = distribution.doctor(1).get(0);
        while (!saying.named().equals(expected) && System.nanoTime() < end) {
            saying = distribution.doctor(1).get(0);
        }
        assertEquals(expected, saying.named(), saying.text());
    }

    /** The doctor names these each time, and nothing else. */
    private static void names(int runs, String... expected) throws IOException, InterruptedException {
        for (Saying saying : distribution.doctor(runs)) {
            assertEquals(Set.of(expected), saying.named(), saying.text());
        }
    }
}

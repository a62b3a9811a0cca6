// SPDX-License-Identifier: EPL-2.0
package io.latchkey.transport.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.transport.Exchange;
import io.latchkey.api.transport.Session;
import io.latchkey.api.transport.SessionLimits;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Who gets in and who has to go, by address, verified or not; devices are at 127.0.0.N, which other systems don't have. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "needs several loopback addresses")
class AdmissionTest {
    private static final int VERIFIED = 8;
    private static final int UNVERIFIED = 10;
    private static final int OF_ADDRESS = 4;
    private static final int PHONE = 2;
    private static final int STRANGER = 3;
    private static final int OTHER = 4;

    private final List<HapClient> clients = new ArrayList<>();
    private TestBridge bridge;

    @BeforeEach
    void start() throws IOException {
        bridge = new TestBridge(new SessionLimits(VERIFIED, UNVERIFIED, OF_ADDRESS));
    }

    @AfterEach
    void stop() throws IOException {
        for (HapClient client : clients) {
            client.close();
        }
        bridge.close();
    }

    @Test
    void anAddressWithTooManyDisplacesItsOwnOldest() throws IOException {
        HapClient phone = plainFrom(PHONE);
        List<HapClient> strangers = plainFrom(STRANGER, OF_ADDRESS);
        HapClient late = plainFrom(STRANGER);
        assertEquals("", strangers.get(0).rest());
        assertServed(phone, strangers.get(1), late);
    }

    @Test
    void whereAllIsFullTheAddressWithMostGivesWay() throws IOException {
        HapClient phone = plainFrom(PHONE);
        List<HapClient> few = plainFrom(STRANGER, OF_ADDRESS - 1);
        List<HapClient> most = plainFrom(OTHER, OF_ADDRESS);
        plainFrom(OTHER + 1, UNVERIFIED - 1 - few.size() - most.size());
        HapClient late = plainFrom(OTHER + 2);
        assertEquals("", most.get(0).rest());
        assertServed(phone, few.get(0), most.get(1), late);
    }

    @Test
    void whoLooksForTheCodeIsTheLastToGo() throws IOException {
        HapClient phone = plainFrom(PHONE);
        bridge.sessionOf(phone).allowSilence(Optional.of(Duration.ofMinutes(5)));
        List<HapClient> others = new ArrayList<>();
        for (int i = 1; i < UNVERIFIED; i++) {
            others.add(plainFrom(PHONE + i));
        }
        HapClient late = plainFrom(PHONE + UNVERIFIED);
        assertEquals("", others.get(0).rest());
        assertServed(phone, late);
    }

    @Test
    void whereAControllerHasVerifiedIsNoAddressOfStrangers() throws IOException {
        securedFrom(PHONE).close();
        List<HapClient> phone = plainFrom(PHONE, 2);
        for (int i = 0; i < 3 * UNVERIFIED; i++) {
            plainFrom(STRANGER + i);
        }
        assertServed(phone.toArray(HapClient[]::new));
        assertEquals(UNVERIFIED, bridge.listener.sessions().size());
    }

    @Test
    void whoIsServedMustGoToo() throws Exception {
        HapClient stranger = plainFrom(STRANGER);
        Session session = bridge.sessionOf(stranger);
        stranger.send("POST", "/later", "");
        Exchange exchange = bridge.next();
        plainFrom(STRANGER, OF_ADDRESS);
        assertFalse(session.isOpen());
        exchange.respond(TestHandler.text("too late"));
        assertEquals("", stranger.rest());
    }

    @Test
    void strangersPushOutNobodyWhoHasVerified() throws IOException {
        List<HapClient> verified = new ArrayList<>();
        for (int i = 0; i < VERIFIED; i++) {
            verified.add(securedFrom(PHONE));
        }
        bridge.time.pass(Duration.ofHours(1));
        for (int i = 0; i < 3; i++) {
            plainFrom(STRANGER + i, OF_ADDRESS);
        }
        assertServed(verified.toArray(HapClient[]::new));
        assertEquals(VERIFIED + UNVERIFIED, bridge.listener.sessions().size());
    }

    @Test
    void whoVerifiesEndsTheSessionThatWasSilentForLongest() throws IOException {
        List<HapClient> verified = new ArrayList<>();
        for (int i = 0; i < VERIFIED; i++) {
            verified.add(securedFrom(PHONE));
            bridge.time.pass(Duration.ofSeconds(1));
        }
        assertServed(verified.get(0));
        bridge.settle(verified.get(0));
        HapClient late = securedFrom(OTHER);
        assertEquals("", verified.get(1).rest());
        assertServed(verified.get(0), verified.get(2), late);
    }

    @Test
    void whoHasVerifiedCountsNoMoreAsAStranger() throws IOException {
        for (int i = 0; i < OF_ADDRESS + 1; i++) {
            securedFrom(PHONE);
        }
        HapClient plain = plainFrom(PHONE);
        assertServed(plain);
        clients.subList(0, OF_ADDRESS + 1)
                .forEach(each -> assertTrue(bridge.sessionOf(each).isOpen()));
    }

    private void assertServed(HapClient... served) throws IOException {
        for (HapClient each : served) {
            assertEquals("GET /a - ", each.ask("GET", "/a", "").text());
        }
    }

    private List<HapClient> plainFrom(int last, int number) throws IOException {
        List<HapClient> all = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            all.add(plainFrom(last));
        }
        return all;
    }

    private HapClient plainFrom(int last) throws IOException {
        HapClient client = kept(bridge.connectFrom(last));
        client.ask("GET", "/hello", "");
        bridge.settle(client);
        return client;
    }

    private HapClient securedFrom(int last) throws IOException {
        HapClient client = kept(bridge.secured(bridge.connectFrom(last)));
        bridge.settle(client);
        return client;
    }

    private HapClient kept(HapClient client) {
        clients.add(client);
        return client;
    }
}

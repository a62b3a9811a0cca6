// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.latchkey.api.identity.SetupCode;
import io.latchkey.api.store.ControllerKeys;
import io.latchkey.api.store.Happening;
import io.latchkey.api.store.Happening.Kind;
import io.latchkey.pairing.ControllerPairSetup;
import io.latchkey.pairing.ControllerPairVerify;
import io.latchkey.pairing.Conversation;
import io.latchkey.pairing.Credentials;
import io.latchkey.server.internal.fake.FakeSession;
import io.latchkey.server.internal.fake.MemoryTransport;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who is refused stands in the history, led by our own controller's side: which id, and why. */
class RefusedControllerTest {
    private final SecureRandom random = new SecureRandom();
    private final ControllerKeys owner = Credentials.newControllerKeys(random);
    private final ControllerKeys other = Credentials.newControllerKeys(random);
    private final BridgeRig rig = BridgeRig.unpaired();

    @AfterEach
    void stop() {
        rig.close();
    }

    private <R> Conversation<R> lead(String path, Conversation<R> begun) {
        FakeSession session = rig.plain();
        Conversation<R> now = begun;
        while (now instanceof Conversation.Send<R> send) {
            rig.pass(Duration.ofSeconds(1));
            now = send.answered(MemoryTransport.await(rig.listener().send(session, "POST", path, send.request()))
                    .body());
        }
        return now;
    }

    private Conversation<ControllerKeys.Peer> pair(ControllerKeys controller, SetupCode code) {
        return lead("/pair-setup", ControllerPairSetup.begin(controller, code, random));
    }

    private List<Happening> of(Kind kind) {
        return rig.bridge().history().happenings().stream()
                .filter(each -> each.kind() == kind)
                .toList();
    }

    @Test
    void wrongCodesAndStrangersAreTold() {
        SetupCode code = rig.status().setupCode().orElseThrow();
        pair(owner, SetupCode.of("987-65-432"));
        assertEquals("pair-setup: a wrong setup code", of(Kind.REFUSED).get(0).text());
        ControllerKeys.Peer bridge = assertInstanceOf(
                ControllerKeys.Peer.class,
                assertInstanceOf(Conversation.Done.class, pair(owner, code)).result());
        assertEquals(Optional.of(owner.id()), of(Kind.PAIRED).get(0).controller());
        assertEquals("as admin", of(Kind.PAIRED).get(0).text());
        pair(other, code);
        assertEquals(
                "pair-setup: the bridge is paired already",
                of(Kind.REFUSED).get(1).text());
        lead("/pair-verify", ControllerPairVerify.begin(other, bridge, random));
        lead("/pair-verify", ControllerPairVerify.begin(other, bridge, random));
        Happening unknown = of(Kind.REFUSED).get(2);
        assertEquals(Optional.of(other.id()), unknown.controller());
        assertEquals(2, unknown.times());
        assertEquals("it isn't paired with this bridge, though it takes itself for paired", unknown.text());
        ControllerKeys forged = new ControllerKeys(owner.id(), other.seed(), List.of());
        lead("/pair-verify", ControllerPairVerify.begin(forged, bridge, random));
        Happening wrongKey = of(Kind.REFUSED).get(3);
        assertEquals(Optional.of(owner.id()), wrongKey.controller());
        assertEquals("its key isn't the one that it was paired with", wrongKey.text());
    }
}

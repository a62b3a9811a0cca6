// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.latchkey.api.identity.ControllerId;
import io.latchkey.api.transport.Answer;
import io.latchkey.server.internal.bridge.BridgeRig;
import io.latchkey.server.internal.fake.FakeProvider;
import io.latchkey.server.internal.fake.FakeSession;
import io.latchkey.server.internal.fake.LampAccessory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which paths and methods there are, and who is told what about them. */
class RoutesTest {
    private BridgeRig rig;

    @BeforeEach
    void start() {
        rig = BridgeRig.paired(new FakeProvider("test", new LampAccessory("Lamp").accessory()));
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    @ParameterizedTest
    @CsvSource({
        "GET,  /accessories,            470, '{\"status\":-70411}'",
        "GET,  /characteristics?id=1.1, 470, '{\"status\":-70411}'",
        "PUT,  /characteristics,        470, '{\"status\":-70411}'",
        "PUT,  /prepare,                470, '{\"status\":-70411}'",
        "POST, /resource,               470, '{\"status\":-70411}'",
        "POST, /accessories,            470, ''",
        "POST, /pairings,               470, ''",
        "GET,  /nowhere,                470, ''",
        "GET,  /config,                 470, ''",
        "GET,  /Accessories,            470, ''",
        "GET,  /pair-setup,             405, ''",
        "GET,  /pair-verify,            405, ''",
        "GET,  /identify,               405, ''",
        "POST, /identify,               400, '{\"status\":-70401}'",
        "POST, /pair-setup,             400, ''",
        "GET,  /accessories?x=1,        470, '{\"status\":-70411}'",
        "GET,  /pair-setup?x=1,         405, ''",
        "POST, /identify?,              400, '{\"status\":-70401}'"
    })
    void aPlainConnection(String method, String target, int status, String body) {
        check(rig.ask(rig.plain(), method, target, ""), status, body);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /accessories,     405, ''",
        "POST, /characteristics, 405, ''",
        "GET,  /prepare,         405, ''",
        "GET,  /pairings,        405, ''",
        "GET,  /resource,        405, ''",
        "GET,  /nowhere,         404, ''",
        "GET,  /accessories/,    404, ''",
        "GET,  /ACCESSORIES,     404, ''",
        "POST, /accessories?x=1, 405, ''",
        "GET,  /nowhere?x=1,     404, ''",
        "POST, /config,          404, ''",
        "POST, /configured,      404, ''",
        "POST, /resource,        404, '{\"status\":-70409}'",
        "POST, /secure-message,  404, '{\"status\":-70409}'",
        "POST, /pair-setup,      400, ''",
        "POST, /pair-verify,     400, ''",
        "POST, /identify,        400, '{\"status\":-70401}'",
        "POST, /pairings,        400, ''",
        "GET,  /characteristics, 400, ''",
        "PUT,  /characteristics, 400, ''",
        "PUT,  /prepare,         400, ''"
    })
    void aSecuredSession(String method, String target, int status, String body) {
        check(rig.ask(rig.session(BridgeRig.ADMIN), method, target, ""), status, body);
    }

    @Test
    void aSessionWhosePairingIsGoneIsRefusedAndClosed() {
        FakeSession session = rig.session(new ControllerId("REMOVED"));
        check(rig.ask(session, "GET", "/accessories", ""), 470, "{\"status\":-70401}");
        assertFalse(session.isOpen());
    }

    @Test
    void whatIsNoMessageOfPairVerifyIsAnswered() {
        check(rig.ask(rig.plain(), "POST", "/pair-verify", ""), 200, "\6\1\2\7\1\2");
        check(rig.ask(rig.plain(), "POST", "/pair-verify", "\6\1\3"), 200, "\6\1\4\7\1\2");
        check(rig.ask(rig.plain(), "POST", "/pair-verify", "\6"), 400, "");
    }

    @Test
    void aQueryWhereNoneBelongsIsPassedOver() {
        FakeSession session = rig.session(BridgeRig.ADMIN);
        String plain = BridgeRig.text(rig.ask(session, "GET", "/accessories", ""));
        check(rig.ask(session, "GET", "/accessories?x=1", ""), 200, plain);
        check(rig.ask(session, "PUT", "/prepare?", "{\"ttl\":1,\"pid\":1}"), 200, "{\"status\":0}");
    }

    @Test
    void aRequestBehindTheCloseIsAnsweredAndForgotten() {
        FakeSession session = rig.session(BridgeRig.ADMIN);
        session.close();
        check(rig.ask(session, "GET", "/accessories", ""), 503, "");
    }

    @Test
    void bodiesArePutWithinBounds() {
        assertEquals(4096, rig.listener().bodyLimit("POST", "/pair-setup"));
        assertEquals(4096, rig.listener().bodyLimit("POST", "/pair-verify"));
        assertEquals(4096, rig.listener().bodyLimit("POST", "/pairings"));
        assertEquals(262_144, rig.listener().bodyLimit("PUT", "/characteristics"));
    }

    private static void check(Answer answer, int status, String body) {
        assertEquals(status, answer.status());
        assertEquals(body, BridgeRig.text(answer));
    }
}

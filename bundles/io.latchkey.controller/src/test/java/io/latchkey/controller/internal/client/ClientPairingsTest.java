// SPDX-License-Identifier: EPL-2.0
package io.latchkey.controller.internal.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.latchkey.api.controller.AccessoryClient;
import io.latchkey.api.controller.ControllerException;
import io.latchkey.api.controller.ControllerException.Reason;
import io.latchkey.api.identity.Pairing;
import io.latchkey.api.identity.Permissions;
import io.latchkey.api.model.HapStatus;
import io.latchkey.api.store.ControllerKeys;
import io.latchkey.api.store.Pairings;
import io.latchkey.controller.internal.fake.ControllerRig;
import io.latchkey.pairing.Credentials;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Reading and changing the list of pairings of an accessory. */
class ClientPairingsTest {
    private final ControllerRig rig = new ControllerRig();
    private final AccessoryClient client = rig.client();

    @Test
    void pairingsOfOthers() {
        ControllerKeys hub = Credentials.newControllerKeys(new SecureRandom());
        Pairing added = new Pairing(hub.id(), Credentials.publicKey(hub), Permissions.REGULAR);
        rig.result(client.addPairing(added));
        assertEquals(rig.accessory.pairings().pairings(), rig.result(client.pairings()));
        assertEquals(added, rig.result(client.pairings()).get(1));
        rig.result(client.removePairing(hub.id()));
        assertEquals(1, rig.result(client.pairings()).size());
    }

    @Test
    void onlyAnAdministratorSeesPairings() {
        Pairing ours = rig.accessory.pairings().pairings().get(0);
        rig.accessory.pairings(new Pairings(List.of(ours.with(Permissions.REGULAR))));
        ControllerException refusal = rig.failure(client.pairings());
        assertEquals(Reason.REFUSED, refusal.reason());
        assertEquals(Optional.of(HapStatus.INSUFFICIENT_PRIVILEGES), refusal.status());
    }
}

// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.session;

import io.latchkey.api.model.AccessoryId;
import io.latchkey.api.model.CharacteristicId;
import java.util.HashSet;
import java.util.Set;

/**
 * Whether the controllers of one bridge may use its accessories at the moment. A bridge itself, as an accessory, can be used
 * in any case; what stands alone is all that its server has. What was refused is owed: whoever has subscribed to it hears of it once the permit is there again. Begins with
 * the permit. Safe for all threads; nothing waits.
 */
public final class AccessPermit {
    private final Set<CharacteristicId> owed = new HashSet<>();
    private final boolean isStandalone;
    private volatile boolean granted = true;

    /** Begins. */
    AccessPermit(boolean isStandalone) {
        this.isStandalone = isStandalone;
    }

    /** Whether it is there. */
    public boolean isGranted() {
        return granted;
    }

    /** Whether this may not be read, written or told at the moment; then it is owed. */
    public boolean refuses(CharacteristicId id) {
        return !granted && (isStandalone || !id.aid().equals(AccessoryId.BRIDGE)) && isOwed(id);
    }

    /** Takes it away. Subscriptions stay, and what was told before may still be on its way. */
    public void withdraw() {
        granted = false;
    }

    /**
     * Gives it.
     *
     * @return what was refused since it was taken away, which isn't owed any more
     */
    public synchronized Set<CharacteristicId> grant() {
        granted = true;
        Set<CharacteristicId> refused = Set.copyOf(owed);
        owed.clear();
        return refused;
    }

    private synchronized boolean isOwed(CharacteristicId id) {
        if (!granted) {
            owed.add(id);
        }
        return !granted;
    }
}

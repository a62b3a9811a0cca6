// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.bridge;

import io.latchkey.api.bridge.AbsentAccessory;
import io.latchkey.api.bridge.AccessoryPlace;
import io.latchkey.api.bridge.AccessoryStatus;
import io.latchkey.api.bridge.BridgeStatus;
import io.latchkey.api.bridge.EnablingStatus;
import io.latchkey.api.bridge.PairingStatus;
import io.latchkey.api.bridge.SessionStatus;
import io.latchkey.api.store.BridgeMemory;
import io.latchkey.api.store.History;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;

/** A bridge as this bundle's other components see it. Looking never blocks; changes end with their stages. */
interface RunningBridge {

    /** The stable key. */
    String id();

    /** The further bridges of its configuration that run. */
    default List<RunningBridge> further() {
        return List.of();
    }

    /** How it is. */
    BridgeStatus status();

    /** What runs; empty where its configuration can't be used. */
    Optional<Bridge> running();

    /** What it shows, by aid, itself left out. */
    List<AccessoryStatus> accessories();

    /** What became of all that is offered to its configuration; nothing is offered to a further bridge. */
    default List<AccessoryPlace> places() {
        return List.of();
    }

    /** What it shows though it isn't there. */
    List<AbsentAccessory> absent();

    /** Whether its controllers may use it, where an item says so. */
    default Optional<EnablingStatus> enabling() {
        return Optional.empty();
    }

    /** Whom it trusts. */
    List<PairingStatus> pairings();

    /** Who is connected. */
    List<SessionStatus> sessions();

    /** What has happened to it, and who has switched what. */
    History history();

    /**
     * What a person may do to it.
     *
     * @throws IllegalStateException when it does not run
     */
    BridgeActions actions();

    /**
     * Rests while what is remembered is changed in one transaction, and starts again from that; returns at once. Sessions
     * have a few seconds to get their answers.
     *
     * @param change pure and fast
     * @return ends when it has begun to start again; fails with what the change or the store threw, or with an
     *     {@link IllegalStateException} when it can't rest
     */
    CompletionStage<Void> replace(UnaryOperator<BridgeMemory> change);

    /**
     * Begins to rest; whoever asks for it lets it start again.
     *
     * @throws IllegalStateException when it can't rest
     */
    RestingBridge rest();
}

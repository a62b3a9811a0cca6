// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.bridge;

import io.latchkey.server.internal.access.Access;
import io.latchkey.server.internal.database.AccessoryDatabase;
import io.latchkey.server.internal.database.ConfigurationKeeper;
import io.latchkey.server.internal.http.BridgeServer;
import io.latchkey.server.internal.pairing.Trust;
import io.latchkey.server.internal.transition.AdaptiveLighting;

/**
 * What there is of a bridge once its store has been read.
 *
 * @param trust who it is and whom it trusts
 * @param configuration its number and port
 * @param database its accessories
 * @param lighting what it does to lamps by itself
 * @param access to the functions of characteristics
 * @param server answers its controllers
 */
record LoadedBridge(
        Trust trust,
        ConfigurationKeeper configuration,
        AccessoryDatabase database,
        AdaptiveLighting lighting,
        Access access,
        BridgeServer server) {}

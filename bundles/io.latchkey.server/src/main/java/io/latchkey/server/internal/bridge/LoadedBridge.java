// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.bridge;

import io.latchkey.api.transport.ExchangeHandler;
import io.latchkey.api.transport.SessionListener;
import io.latchkey.server.internal.access.Access;
import io.latchkey.server.internal.database.AccessoryDatabase;
import io.latchkey.server.internal.database.ConfigurationKeeper;
import io.latchkey.server.internal.extension.BridgeExtensions;
import io.latchkey.server.internal.pairing.Trust;

/**
 * What there is of a bridge once its store has been read.
 *
 * @param trust who it is and whom it trusts
 * @param configuration its number and port
 * @param database its accessories
 * @param extensions what adds to its accessories
 * @param access to the functions of characteristics
 * @param exchanges answers its controllers
 * @param sessions hears of its sessions
 */
record LoadedBridge(
        Trust trust,
        ConfigurationKeeper configuration,
        AccessoryDatabase database,
        BridgeExtensions extensions,
        Access access,
        ExchangeHandler exchanges,
        SessionListener sessions) {}

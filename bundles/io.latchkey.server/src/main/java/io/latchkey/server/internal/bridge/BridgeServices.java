// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.bridge;

import io.latchkey.api.concurrent.Workers;
import io.latchkey.api.discovery.Advertiser;
import io.latchkey.api.store.BridgeStore;
import io.latchkey.api.transport.Transport;
import io.latchkey.server.internal.access.Deadlines;
import io.latchkey.server.internal.database.Timing;
import io.latchkey.server.internal.extension.InstalledExtensions;
import io.latchkey.server.internal.item.WatchedItems;
import io.latchkey.server.internal.work.CallLanes;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.osgi.framework.Version;

/**
 * What a bridge is built upon.
 *
 * @param transport the wire
 * @param advertiser the record on the network
 * @param store the memory
 * @param workers the threads for its own work
 * @param lanes the threads for foreign code
 * @param extensions what adds to accessories of others
 * @param items that bridges listen to themselves
 * @param random for keys and codes
 * @param clock what people read
 * @param timing of its accessory database
 * @param deadlines of hosts
 * @param version of this program
 * @param publisher shows what bridges count
 * @param isShadow whether the bridge is nobody's but this process's, so that nothing of its life is logged
 */
record BridgeServices(
        Transport transport,
        Advertiser advertiser,
        BridgeStore store,
        Workers workers,
        CallLanes lanes,
        InstalledExtensions extensions,
        WatchedItems items,
        SecureRandom random,
        InstantSource clock,
        Timing timing,
        Deadlines deadlines,
        String version,
        MeasuresPublisher publisher,
        boolean isShadow) {

    /** Those of the running program, with its usual times. */
    static BridgeServices usual(
            Transport transport,
            Advertiser advertiser,
            BridgeStore store,
            Workers workers,
            CallLanes lanes,
            InstalledExtensions extensions,
            WatchedItems items,
            MeasuresPublisher publisher,
            Version version) {
        return new BridgeServices(
                transport,
                advertiser,
                store,
                workers,
                lanes,
                extensions,
                items,
                new SecureRandom(),
                InstantSource.system(),
                Timing.USUAL,
                Deadlines.USUAL,
                version.getMajor() + "." + version.getMinor() + "." + version.getMicro(),
                publisher,
                false);
    }
}

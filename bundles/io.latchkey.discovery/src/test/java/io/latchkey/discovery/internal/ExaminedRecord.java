// SPDX-License-Identifier: EPL-2.0
package io.latchkey.discovery.internal;

import io.latchkey.api.bridge.BridgeStatus;
import io.latchkey.api.bridge.BridgeStatus.State;
import io.latchkey.api.bridge.Diagnosis;
import io.latchkey.api.bridge.ExaminedBridge;
import io.latchkey.api.discovery.Advertisement;
import io.latchkey.api.identity.ConfigurationNumber;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Examines one bridge as it means to be, by real sockets. */
final class ExaminedRecord {
    private ExaminedRecord() {}

    /** What is seen of a bridge that is bound there and means to say that. */
    static List<Diagnosis> seen(MulticastDiscovery discovery, Advertisement meant, InetAddress boundTo)
            throws Exception {
        BridgeStatus status = new BridgeStatus(
                "home",
                meant.name(),
                State.READY,
                Optional.of(new InetSocketAddress(boundTo, meant.port())),
                Optional.of(meant.deviceId()),
                0,
                0,
                0,
                ConfigurationNumber.FIRST,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "io.latchkey.bridge~home");
        return new RecordExamination(discovery, new SocketTransport())
                .examine(List.of(new ExaminedBridge(status, Optional.empty(), Optional.of(meant))))
                .toCompletableFuture()
                .get(30, TimeUnit.SECONDS);
    }
}

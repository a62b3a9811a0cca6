// SPDX-License-Identifier: EPL-2.0
package io.latchkey.controller.internal.fake;

import io.latchkey.api.controller.AccessoryClient;
import io.latchkey.api.controller.ControllerException;
import io.latchkey.api.controller.ControllerException.Reason;
import io.latchkey.api.identity.DeviceId;
import io.latchkey.api.testing.InlineContributors;
import io.latchkey.controller.internal.service.AccessoryClientsComponent;
import java.net.InetSocketAddress;
import java.util.concurrent.CompletionStage;

/** The controller, an accessory, and nothing between them but memory. */
public final class ControllerRig {
    /** Where the accessory is. */
    public static final InetSocketAddress ADDRESS = new InetSocketAddress("127.0.0.1", 51826);

    public final TestThreads threads = new TestThreads();
    public final FakeNetwork network = new FakeNetwork(threads);
    public final FakeBrowser browser = new FakeBrowser();
    public final RecordingStore store = new RecordingStore(threads);
    public final FakeAccessory accessory = new FakeAccessory();
    public final RecordingClientListener heard = new RecordingClientListener();
    public final AccessoryClientsComponent clients =
            new AccessoryClientsComponent(network, browser, store, threads, new InlineContributors(threads.home()));

    /** The accessory is there, unpaired. */
    public ControllerRig() {
        network.put(ADDRESS, accessory);
    }

    /** Pairs with the accessory. */
    public DeviceId pair() {
        return result(clients.pair(ADDRESS, FakeAccessory.CODE));
    }

    /** Pairs, opens a client and lets it connect. */
    public AccessoryClient client() {
        AccessoryClient client = clients.open(pair(), ADDRESS, heard);
        threads.settle();
        return client;
    }

    /** What a stage ends with. */
    public <T> T result(CompletionStage<T> stage) {
        return threads.result(stage);
    }

    /** Why a stage fails. */
    public Reason reason(CompletionStage<?> stage) {
        return failure(stage).reason();
    }

    /** What a stage fails with. */
    public ControllerException failure(CompletionStage<?> stage) {
        return threads.failure(ControllerException.class, stage);
    }
}

// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal;

import io.latchkey.api.store.BridgeMemory;
import io.latchkey.api.store.Domain;
import java.io.IOException;
import java.nio.file.Path;

/** Changes two domains at once, again and again, and says each number when it is durable, until it is killed. */
final class SavingProcess {

    private SavingProcess() {}

    public static void main(String[] arguments) throws IOException {
        FileBridgeStore store = new FileBridgeStore(Path.of(arguments[0]));
        while (true) {
            System.out.println(number(store.change(StoreSamples.HOME, SavingProcess::next)));
        }
    }

    static int number(BridgeMemory memory) {
        return memory.get(Domain.CONFIGURATION)
                .map(each -> each.number().value())
                .orElse(0);
    }

    private static BridgeMemory next(BridgeMemory now) {
        int next = number(now) + 1;
        return now.with(Domain.CONFIGURATION, StoreSamples.configuration(next))
                .with(Domain.ALLOCATION, StoreSamples.allocation(next));
    }
}

// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal;

import io.latchkey.api.store.StoreException;
import java.io.IOException;
import java.nio.file.Path;

/** Takes the lock, says how that went, and stays until its standard input ends. */
final class LockingProcess {

    private LockingProcess() {}

    public static void main(String[] arguments) throws IOException {
        try {
            new FileBridgeStore(Path.of(arguments[0]));
            System.out.println("locked");
        } catch (StoreException e) {
            System.out.println(e.getMessage());
        }
        System.in.read();
    }
}

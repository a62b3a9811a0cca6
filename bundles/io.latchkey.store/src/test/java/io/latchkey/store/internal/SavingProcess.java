// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal;

import java.io.IOException;
import java.nio.file.Path;

/** Saves one number after the other and says each when it is durable, until it is killed. */
final class SavingProcess {

    private SavingProcess() {}

    public static void main(String[] arguments) throws IOException {
        FileBridgeStore store = new FileBridgeStore(Path.of(arguments[0]));
        int first = store.load("home", Samples.DOMAIN)
                .map(configuration -> configuration.number().value())
                .orElse(0);
        for (int number = first + 1; number < 5000; number++) {
            store.save("home", Samples.DOMAIN, Samples.configuration(number));
            System.out.println(number);
        }
    }
}

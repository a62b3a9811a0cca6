// SPDX-License-Identifier: EPL-2.0
package io.latchkey.bench.hapjava;

import io.github.hapjava.accessories.HomekitAccessory;
import java.util.concurrent.CompletableFuture;

/** What all accessories tell of themselves. */
abstract class HapJavaAccessory implements HomekitAccessory {
    private final int id;
    private final String name;

    HapJavaAccessory(int id, String name) {
        this.id = id;
        this.name = name;
    }

    @Override
    public int getId() {
        return id;
    }

    @Override
    public CompletableFuture<String> getName() {
        return CompletableFuture.completedFuture(name);
    }

    @Override
    public void identify() {
        // nothing to show
    }

    @Override
    public CompletableFuture<String> getSerialNumber() {
        return getName();
    }

    @Override
    public CompletableFuture<String> getModel() {
        return CompletableFuture.completedFuture("Bench");
    }

    @Override
    public CompletableFuture<String> getManufacturer() {
        return CompletableFuture.completedFuture("Bench");
    }

    @Override
    public CompletableFuture<String> getFirmwareRevision() {
        return CompletableFuture.completedFuture("1.0.0");
    }
}

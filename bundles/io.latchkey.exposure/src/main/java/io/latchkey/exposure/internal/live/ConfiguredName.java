// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.live;

import io.latchkey.api.model.Characteristic;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.Value;
import io.latchkey.api.model.Write;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The name of one of several services, which people can change in Home: what they chose there, whatever the item is called
 * later, else what the item is called. A phone writes the names that it finds when it pairs, so that one is no choice. Read
 * and written on I/O threads; touches nothing but memory.
 */
final class ConfiguredName {
    private final String accessory;
    private final String service;
    private final Value label;
    private final BridgeContext context;
    private final Characteristic definition;

    /**
     * A name that nobody changed yet, unless it is remembered.
     *
     * @param accessory the key of the accessory
     * @param service the key of the service
     * @param label what the item is called
     */
    ConfiguredName(String accessory, String service, String label, BridgeContext context) {
        this.accessory = accessory;
        this.service = service;
        this.label = Value.of(label);
        this.context = context;
        this.definition = Characteristic.of(CharacteristicTypes.CONFIGURED_NAME)
                .value(this::value)
                .write(NameWrites.judged(CharacteristicTypes.CONFIGURED_NAME, this::write))
                .direct()
                .build();
    }

    /** What the bridge gets. */
    Characteristic definition() {
        return definition;
    }

    /** What controllers see. */
    Value value() {
        return context.memory()
                .value(accessory, service, definition().type())
                .filter(NameWrites::isName)
                .orElse(label);
    }

    /** Announces the name when it isn't that of the one before. */
    void announceUnlike(ConfiguredName before) {
        announceUnlike(before.value());
    }

    private void announceUnlike(Value before) {
        Value now = value();
        if (!now.equals(before)) {
            context.sink().changed(definition, now);
        }
    }

    private CompletionStage<Value> write(Write write) {
        Value before = value();
        if (write.value().equals(label)) {
            context.memory().forget(accessory, service, definition.type());
        } else {
            context.memory().keep(accessory, service, definition.type(), write.value());
        }
        announceUnlike(before);
        return CompletableFuture.completedFuture(Value.NULL);
    }
}

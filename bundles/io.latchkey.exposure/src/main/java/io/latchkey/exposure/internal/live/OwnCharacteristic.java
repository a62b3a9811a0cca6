// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.live;

import io.latchkey.api.accessory.Role;
import io.latchkey.api.model.Characteristic;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.Constraints;
import io.latchkey.api.model.HapStatus;
import io.latchkey.api.model.HapStatusException;
import io.latchkey.api.model.Permission;
import io.latchkey.api.model.Value;
import io.latchkey.api.model.Write;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One characteristic that no item feeds: the behaviour of its service decides what controllers see, the preset of its
 * role until then, or what was chosen and kept. Changed in tasks of the service, read on any thread.
 */
final class OwnCharacteristic {
    private final Role role;
    private final Constraints limits;
    private final Value preset;
    private Optional<Value> chosen;
    private final Host host;
    private final Supplier<Optional<Value>> reading;
    private final Supplier<CompletionStage<Optional<Value>>> asked;
    private final Characteristic definition;
    private volatile Value value;

    /**
     * A characteristic that shows its preset.
     *
     * @param chosen what is kept of it from before
     * @param by whose decisions it shows
     */
    OwnCharacteristic(Role role, Value preset, Optional<Value> chosen, Host host, BehaviourRunner<?> by) {
        this.role = role;
        this.limits = by.limits(role);
        this.host = host;
        this.reading = () -> by.reading(role);
        this.asked = () -> by.asked(role);
        this.preset = fit(preset).orElseGet(() -> NeutralValue.value(role.type().format(), limits));
        this.chosen = chosen.flatMap(this::fit);
        this.value = settled();
        this.definition = define(write -> by.write(role, write));
    }

    Characteristic definition() {
        return definition;
    }

    Value value() {
        return value;
    }

    /** Whether controllers can see a value. */
    boolean isReadable() {
        return role.type().permissions().contains(Permission.PAIRED_READ);
    }

    /** What those are given who read it now. */
    Value now() {
        return reading.get().flatMap(this::fit).orElse(value);
    }

    /** What was chosen and is kept. */
    Optional<Value> chosen() {
        return chosen;
    }

    /** Something was chosen, not shown yet; gives what it was before. A phone that pairs writes the name that is there. */
    Optional<Value> choose(Optional<Value> now) {
        Optional<Value> before = chosen;
        chosen = now.flatMap(this::fit).filter(value -> !isName() || !value.equals(preset));
        return before;
    }

    private boolean isName() {
        return role.type().equals(CharacteristicTypes.CONFIGURED_NAME);
    }

    /** Takes a value that the behaviour decided on; tells whether controllers have to hear of it. */
    boolean show(Value decided) {
        Value now = fit(decided).orElseGet(this::settled);
        boolean isNew = !now.equals(value);
        value = now;
        return isNew;
    }

    /** Goes back to what was chosen, or the preset; tells whether controllers have to hear of it. */
    boolean reset() {
        return show(settled());
    }

    private Value settled() {
        return chosen.orElse(preset);
    }

    private Optional<Value> fit(Value any) {
        return limits.fit(role.type().format(), any);
    }

    private Characteristic define(Function<Write, CompletionStage<Value>> writer) {
        Characteristic.Builder builder =
                Characteristic.of(role.type()).constraints(limits).direct();
        if (isReadable()) {
            builder.read(this::read);
        }
        if (role.type().permissions().contains(Permission.PAIRED_WRITE)) {
            builder.write(NameWrites.judged(role.type(), writer));
        }
        return builder.build();
    }

    private CompletionStage<Value> read() {
        return host.registry().isPresent()
                ? asked.get().thenApply(now -> now.flatMap(this::fit).orElse(value))
                : CompletableFuture.failedFuture(
                        new HapStatusException(HapStatus.UNABLE_TO_COMMUNICATE, "the host of " + role + " is away"));
    }
}

// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.live;

import io.latchkey.api.accessory.Mapping;
import io.latchkey.api.accessory.MappingContext;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.concurrent.ContributorException;
import io.latchkey.api.item.ItemCommand;
import io.latchkey.api.item.ItemState;
import io.latchkey.api.model.Characteristic;
import io.latchkey.api.model.CharacteristicType;
import io.latchkey.api.model.Constraints;
import io.latchkey.api.model.EventUrgency;
import io.latchkey.api.model.HapStatus;
import io.latchkey.api.model.HapStatusException;
import io.latchkey.api.model.Permission;
import io.latchkey.api.model.Value;
import io.latchkey.api.model.Write;
import io.latchkey.exposure.internal.plan.LegalValue;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * One characteristic that an item feeds: holds the value that controllers see. Changed in tasks of its service,
 * read on any thread. A state that means nothing, or none yet, becomes a harmless value. Of one that the host says can't be
 * known the value before stays; reads of it fail where there is no service without it, or nothing at all is known of the
 * service: Home shows a whole thing as unreachable for one failed read.
 */
final class LiveCharacteristic {
    private final MappingContext context;
    private final LiveService service;
    private final Constraints constraints;
    private final Value unknown;
    private final Characteristic definition;
    private final ValueWarning complaint;
    private final RestoredState restored;
    private volatile Value value;
    private volatile boolean isUndefined;

    LiveCharacteristic(MappingContext context, String bridge, LiveService service, LongSupplier nanoTime) {
        this.context = context;
        this.service = service;
        this.complaint = new ValueWarning(context, bridge, service.contributor());
        this.restored = new RestoredState(nanoTime);
        Mapping mapping = context.role().mapping();
        this.constraints = service.contributor().require("constraints", () -> mapping.constraints(context));
        this.unknown = service.contributor()
                .require("unknown", () -> mapping.unknown(context))
                .flatMap(this::fit)
                .orElseGet(() -> NeutralValue.value(type().format(), constraints));
        this.value = unknown;
        this.definition = define(service.writer(this));
    }

    Role role() {
        return context.role();
    }

    MappingContext context() {
        return context;
    }

    /** The name of its item. */
    String item() {
        return context.item().name();
    }

    Characteristic definition() {
        return definition;
    }

    Value value() {
        return value;
    }

    /** What those are given who read it now. */
    Value now() {
        return service.reading(role()).flatMap(this::fit).orElse(value);
    }

    /** Whether it has a value now that stays until another comes. */
    boolean isLasting() {
        return isAnswering() && !isPress();
    }

    /** Whether its item says that nobody can know its state. */
    boolean isUndefined() {
        return isUndefined;
    }

    /** Whether controllers that read it are given a value. */
    boolean isAnswering() {
        return !isUndefined
                || !role().isRequired() && !service.characteristics().isUndefined();
    }

    /** Takes a state that the item just got; tells whether controllers have to hear of it. */
    boolean take(ItemState state) {
        try {
            return taken(state);
        } catch (ContributorException told) {
            return false;
        }
    }

    private boolean taken(ItemState state) {
        if (isPress()) {
            boolean isSilent = restored.take(state) || state instanceof ItemState.Missing;
            Optional<Value> pressed =
                    isSilent ? Optional.empty() : mapped(state).flatMap(this::fit);
            pressed.ifPresent(now -> value = now);
            return pressed.isPresent();
        }
        return looked(state);
    }

    /** Looks at the state that the item has, which isn't news; tells whether controllers have to hear of it. */
    boolean look(ItemState state) {
        try {
            return looked(state);
        } catch (ContributorException told) {
            return false;
        }
    }

    private boolean looked(ItemState state) {
        if (isPress()) {
            restored.take(state);
            return false;
        }
        boolean wasUndefined = isUndefined;
        isUndefined = wasUndefined && state == ItemState.Missing.UNDEF;
        Optional<Value> now = valueOf(state);
        isUndefined = now.isEmpty();
        return now.isPresent() && isReadable() && (show(now.get()) || wasUndefined);
    }

    /** Compares a state with what can be shown, while a behaviour decides on what is shown. */
    void compare(ItemState state) {
        if (!(state instanceof ItemState.Missing)) {
            service.contributor()
                    .get("toValue", () -> role().mapping().toValue(state, context), Optional.<Value>empty())
                    .flatMap(this::fitted)
                    .ifPresent(fit -> complaint.fits(state, fit, constraints));
        }
    }

    /** Takes a value that a behaviour decided on; tells whether controllers have to hear of it. */
    boolean override(Value decided) {
        boolean wasUndefined = isUndefined;
        isUndefined = false;
        return show(fit(decided).orElse(unknown)) || wasUndefined;
    }

    /** The value that a state means; empty when nobody can know it. */
    private Optional<Value> valueOf(ItemState state) {
        if (state instanceof ItemState.Missing missing) {
            Optional<Value> meant = service.contributor()
                    .get("missing", () -> role().mapping().missing(missing, context), Optional.<Value>empty())
                    .flatMap(this::fit);
            return meant.isPresent() || missing == ItemState.Missing.UNDEF ? meant : Optional.of(unknown);
        }
        return Optional.of(legal(state).orElse(unknown));
    }

    private Optional<Value> legal(ItemState state) {
        Optional<LegalValue> legal = mapped(state).flatMap(this::fitted);
        legal.ifPresentOrElse(
                fit -> complaint.fits(state, fit, constraints), () -> complaint.meaningless(state, unknown));
        return legal.map(LegalValue::shown);
    }

    /** What a state means; one whose conversion fails leaves what is shown as it is. */
    private Optional<Value> mapped(ItemState state) {
        return service.contributor().require("toValue", () -> role().mapping().toValue(state, context));
    }

    private boolean show(Value now) {
        boolean isNew = !now.equals(value);
        value = now;
        return isNew;
    }

    /** Whether each state is an event of its own, also the same twice. */
    private boolean isPress() {
        return type().urgency() == EventUrgency.EACH;
    }

    /** Whether controllers can see a value: what is only written has states of its own, which mean nothing to them. */
    boolean isReadable() {
        return type().permissions().contains(Permission.PAIRED_READ);
    }

    private Optional<Value> fit(Value any) {
        return fitted(any).map(LegalValue::shown);
    }

    private Optional<LegalValue> fitted(Value any) {
        return LegalValue.of(any, type().format(), constraints);
    }

    private CharacteristicType type() {
        return context.role().type();
    }

    private Characteristic define(Function<Write, CompletionStage<Value>> writer) {
        Characteristic.Builder builder =
                Characteristic.of(type()).constraints(constraints).direct();
        if (isReadable() && !type().is(CharacteristicType.Trait.NULL_ON_READ)) {
            builder.read(this::read);
        }
        if (type().permissions().contains(Permission.PAIRED_WRITE)) {
            builder.write(NameWrites.judged(type(), writer));
        }
        return builder.build();
    }

    /** Sends a command to its item. */
    CompletionStage<Value> send(ItemCommand command, String source) {
        service.unconfirmed().told(item());
        return service.dispatcher().send(item(), command, source);
    }

    private CompletionStage<Value> read() {
        if (service.host().registry().isEmpty() || !isAnswering()) {
            return CompletableFuture.failedFuture(
                    new HapStatusException(HapStatus.UNABLE_TO_COMMUNICATE, "item " + item() + " has no state"));
        }
        return service.asked(role()).thenApply(now -> now.flatMap(this::fit).orElse(value));
    }
}

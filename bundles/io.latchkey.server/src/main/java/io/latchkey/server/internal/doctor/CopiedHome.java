// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.doctor;

import io.latchkey.api.model.Accessory;
import io.latchkey.api.model.Characteristic;
import io.latchkey.api.model.CharacteristicType;
import io.latchkey.api.model.Constraints;
import io.latchkey.api.model.EventUrgency;
import io.latchkey.api.model.Format;
import io.latchkey.api.model.HapStatus;
import io.latchkey.api.model.HapStatusException;
import io.latchkey.api.model.HapUuid;
import io.latchkey.api.model.Permission;
import io.latchkey.api.model.Service;
import io.latchkey.api.model.ServiceType;
import io.latchkey.api.model.Value;
import io.latchkey.api.model.Write;
import io.latchkey.api.provider.AccessoryProvider;
import io.latchkey.api.provider.AccessorySink;
import io.latchkey.api.provider.BridgeView;
import io.latchkey.server.internal.database.Presence;
import io.latchkey.server.internal.database.PublishedAccessory;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The accessories of a bridge once more, for a shadow bridge: they are read as those of the bridge are, and each read is
 * timed; what is written to them fails and reaches nobody. The first has a service more, whose one value changes when an
 * examination wants it. Absent accessories are left out: what they are, and why, is known.
 */
final class CopiedHome implements AccessoryProvider {
    /** The type of the value that changes. */
    static final CharacteristicType PULSE = new CharacteristicType(
            "DoctorPulse",
            "Doctor Pulse",
            new HapUuid("5D0C7E55-6C61-4B65-8E79-000000000001"),
            Format.BOOL,
            Optional.empty(),
            EnumSet.of(Permission.PAIRED_READ, Permission.EVENTS),
            Constraints.NONE,
            Map.of(),
            EventUrgency.PROMPT,
            Set.of());

    private static final ServiceType DOCTOR = new ServiceType(
            "Doctor", "Doctor", new HapUuid("5D0C7E55-6C61-4B65-8E79-000000000000"), List.of(PULSE), List.of());

    private final List<PublishedAccessory> originals;
    private final ReadTimes times;
    private final Characteristic pulse =
            Characteristic.of(PULSE).value(() -> Value.of(false)).direct().build();
    private volatile Optional<AccessorySink> sink = Optional.empty();

    /**
     * Copies them.
     *
     * @param originals what a bridge shows, itself left out
     */
    CopiedHome(List<PublishedAccessory> originals, ReadTimes times) {
        this.originals = originals.stream().filter(PublishedAccessory::present).toList();
        this.times = times;
    }

    @Override
    public String id() {
        return "doctor";
    }

    @Override
    public AutoCloseable open(BridgeView bridge, AccessorySink opened) {
        sink = Optional.of(opened);
        if (originals.isEmpty()) {
            opened.put(Accessory.of("pulse").name("Pulse").with(pulse()).build());
        }
        for (int i = 0; i < originals.size(); i++) {
            opened.put(copy(originals.get(i), i == 0));
        }
        opened.complete();
        return () -> sink = Optional.empty();
    }

    /** Lets the one value change. */
    void beat() {
        sink.ifPresent(open -> open.changed(pulse, Value.of(true)));
    }

    /** The key of an accessory in this home. */
    static String key(PublishedAccessory accessory) {
        return accessory.provider() + "/" + accessory.definition().key();
    }

    private Service pulse() {
        return Service.of(DOCTOR).key("doctor").with(pulse).build();
    }

    private Accessory copy(PublishedAccessory original, boolean isFirst) {
        Accessory definition = original.definition();
        Accessory.Builder copy = Accessory.of(key(original)).info(definition.info());
        definition.services().forEach(service -> copy.with(copy(original, service)));
        if (isFirst) {
            copy.with(pulse());
        }
        return copy.build();
    }

    private Service copy(PublishedAccessory accessory, Service service) {
        Service.Builder copy = Service.of(service.type()).key(service.key());
        service.characteristics().forEach(each -> copy.with(copy(accessory, each)));
        service.linked().forEach(copy::linkedTo);
        if (service.isPrimary()) {
            copy.primary();
        }
        if (service.isHidden()) {
            copy.hidden();
        }
        return copy.build();
    }

    private Characteristic copy(PublishedAccessory accessory, Characteristic original) {
        if (original.isConstant()) {
            return original;
        }
        Characteristic.Builder copy = Characteristic.of(original.type())
                .permissions(original.permissions())
                .constraints(original.constraints());
        original.description().ifPresent(copy::description);
        original.reader()
                .ifPresent(reader ->
                        copy.read(isThere(accessory, original) ? times.timed(key(accessory), original) : reader));
        original.writer().ifPresent(writer -> copy.write(CopiedHome::refused));
        if (original.isDirect()) {
            copy.direct();
        }
        return copy.build();
    }

    private static CompletionStage<Value> refused(Write write) {
        return CompletableFuture.failedFuture(
                new HapStatusException(HapStatus.READ_ONLY, "an examination writes nothing"));
    }

    /** Whether somebody stands behind it: parts of an accessory that aren't there are known, too. */
    private static boolean isThere(PublishedAccessory accessory, Characteristic original) {
        return accessory.services().stream()
                .flatMap(service -> service.characteristics().stream())
                .anyMatch(each -> each.definition() == original && each.presence() == Presence.ATTACHED);
    }
}

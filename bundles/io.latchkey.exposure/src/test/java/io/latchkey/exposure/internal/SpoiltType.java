// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal;

import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.accessory.Behaviour;
import io.latchkey.api.accessory.Mapping;
import io.latchkey.api.testing.Misbehaviour;
import io.latchkey.exposure.internal.SoundContributors.Forwarding;
import io.latchkey.exposure.internal.SoundContributors.Plain;
import io.latchkey.exposure.internal.SoundContributors.Type;
import java.util.Optional;

/** A type of accessories that is sound but for one method of one of its parts. */
final class SpoiltType {
    private SpoiltType() {}

    /** Spoils the part that {@code spi} names: the type itself, its mapping or its behaviour; none if it has no such part. */
    static AccessoryType of(Class<?> spi, Misbehaviour misbehaviour) {
        if (spi == AccessoryType.class) {
            return misbehaviour.in(AccessoryType.class, Type.of("OddType", new Plain(), Optional.empty()));
        }
        if (spi == Mapping.class) {
            return Type.of("OddType", misbehaviour.in(Mapping.class, new Plain()), Optional.empty());
        }
        Behaviour<?> behaviour = new Forwarding();
        return Type.of(
                "OddType",
                new Plain(),
                Optional.of(spi == Behaviour.class ? spoilt(misbehaviour, behaviour) : behaviour));
    }

    @SuppressWarnings("rawtypes")
    private static Behaviour<?> spoilt(Misbehaviour misbehaviour, Behaviour<?> sound) {
        return misbehaviour.in(Behaviour.class, (Behaviour) sound);
    }
}

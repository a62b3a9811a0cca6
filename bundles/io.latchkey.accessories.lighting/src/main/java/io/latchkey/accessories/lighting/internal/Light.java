// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.lighting.internal;

import static io.latchkey.accessories.lighting.internal.Lighting.BRIGHTNESS;
import static io.latchkey.accessories.lighting.internal.Lighting.HUE;
import static io.latchkey.accessories.lighting.internal.Lighting.ON;
import static io.latchkey.accessories.lighting.internal.Lighting.SATURATION;

import io.latchkey.api.accessory.Behaviour;
import io.latchkey.api.accessory.MappingContext;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.item.ItemState;
import io.latchkey.api.model.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * What a light is told for what was written to it, at the moment of one step.
 *
 * @param scene its items
 * @param written on, brightness, hue and saturation, as far as they were written
 */
record Light(Behaviour.Scene scene, Map<Role, Value> written) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** The commands, in the order to send. */
    List<Behaviour.Command> commands() {
        if (Value.FALSE.equals(written.get(ON))) {
            return command(ON, Value.FALSE).stream().toList();
        }
        List<Behaviour.Command> all = new ArrayList<>();
        boolean isColour = isWritten(HUE) || isWritten(SATURATION);
        if (isWritten(ON) && !(isColour && isColourItem(ON)) && mode().sendsOn(isOn(), brightness())) {
            command(ON, Value.TRUE).ifPresent(all::add);
        }
        if (isColour) {
            colour().ifPresent(all::add);
        }
        if (isWritten(BRIGHTNESS) && !(isColour && isColourItem(BRIGHTNESS)) && sendsBrightness()) {
            command(BRIGHTNESS, written.get(BRIGHTNESS)).ifPresent(all::add);
        }
        return all;
    }

    private boolean sendsBrightness() {
        return mode().sendsBrightness(isOn(), brightness().orElse(0));
    }

    private Optional<Behaviour.Command> colour() {
        ItemState.Hsb now = scene.state(colourRole()) instanceof ItemState.Hsb hsb
                ? hsb
                : new ItemState.Hsb(BigDecimal.ZERO, BigDecimal.ZERO, HUNDRED);
        BigDecimal level = isColourItem(BRIGHTNESS)
                ? number(BRIGHTNESS).orElse(now.brightness()).min(HUNDRED)
                : now.brightness();
        boolean isTurnedOn = isWritten(ON) && isColourItem(ON) && level.signum() == 0;
        return Optional.of(new Behaviour.Command(
                colourRole(),
                new ItemState.Hsb(
                        number(HUE).orElse(now.hue()),
                        number(SATURATION).orElse(now.saturation()),
                        isTurnedOn ? HUNDRED : level)));
    }

    private Role colourRole() {
        return scene.player(HUE).isPresent() ? HUE : SATURATION;
    }

    private boolean isColourItem(Role role) {
        return item(role).isPresent() && item(role).equals(item(colourRole()));
    }

    private Optional<String> item(Role role) {
        return scene.player(role).map(player -> player.item().name());
    }

    private DimmerMode mode() {
        return Stream.of(BRIGHTNESS, ON)
                .flatMap(role -> scene.player(role).stream())
                .flatMap(player -> player.options().text("dimmerMode").stream())
                .map(DimmerMode::of)
                .findFirst()
                .orElse(DimmerMode.NORMAL);
    }

    private boolean isOn() {
        return scene.player(ON)
                .flatMap(player -> ON.mapping().toValue(scene.state(ON), player))
                .filter(Value.TRUE::equals)
                .isPresent();
    }

    private OptionalInt brightness() {
        return number(BRIGHTNESS).stream().mapToInt(BigDecimal::intValue).findFirst();
    }

    private boolean isWritten(Role role) {
        return written.containsKey(role);
    }

    private Optional<BigDecimal> number(Role role) {
        Value value = written.get(role);
        if (value instanceof Value.Whole whole) {
            return Optional.of(BigDecimal.valueOf(whole.number()));
        }
        return value instanceof Value.Decimal decimal
                ? Optional.of(new BigDecimal(Double.toString(decimal.number())))
                : Optional.empty();
    }

    private Optional<Behaviour.Command> command(Role role, Value value) {
        Optional<MappingContext> player = scene.player(role);
        return player.flatMap(context -> role.mapping().toCommand(value, context))
                .map(command -> new Behaviour.Command(role, command));
    }
}

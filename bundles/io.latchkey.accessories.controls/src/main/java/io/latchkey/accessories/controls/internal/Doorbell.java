// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.controls.internal;

import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.accessory.Mappings;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.ServiceType;
import io.latchkey.api.model.ServiceTypes;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;

/**
 * A doorbell: phones and speakers ring when it is pressed. Home shows it only beside something else, so without a camera
 * the same item is noted as {@code Doorbell,StatelessProgrammableSwitch}.
 */
@Component
public final class Doorbell implements AccessoryType {
    private static final List<Role> ROLES = List.of(
            Press.role(),
            Role.optional("Brightness", CharacteristicTypes.BRIGHTNESS)
                    .items(ItemType.DIMMER)
                    .by(Mappings.percent()),
            Role.optional("Mute", CharacteristicTypes.MUTE)
                    .items(ItemType.CONTACT, ItemType.SWITCH)
                    .by(Mappings.bool()),
            Role.optional("Volume", CharacteristicTypes.VOLUME)
                    .items(ItemType.DIMMER, ItemType.NUMBER)
                    .by(Mappings.percent()));

    @Override
    public String name() {
        return "Doorbell";
    }

    @Override
    public ServiceType service() {
        return ServiceTypes.DOORBELL;
    }

    @Override
    public List<Role> roles() {
        return ROLES;
    }

    @Override
    public Optional<String> remark() {
        return Optional.of("Home shows a doorbell only beside a camera. Until there is one, note"
                + " \"Doorbell,StatelessProgrammableSwitch\": Home then shows its button.");
    }
}

// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.metadata;

import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.accessory.GuardedType;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.accessory.Setting;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.openhab.core.config.core.ConfigDescriptionParameter;
import org.openhab.core.config.core.ConfigDescriptionParameter.Type;
import org.openhab.core.config.core.ConfigDescriptionParameterBuilder;

/** The options that the metadata of an item takes, depending on what its value says. Lives for one question. */
final class Parameters {
    private static final List<String> ABOUT =
            List.of("Name", "Manufacturer", "Model", "SerialNumber", "FirmwareRevision", "HardwareRevision");

    private final List<AccessoryType> types;
    private final Wording wording;
    private final Map<String, ConfigDescriptionParameter> found = new LinkedHashMap<>();

    Parameters(List<AccessoryType> types, Wording wording) {
        this.types = types;
        this.wording = wording;
    }

    /** Those of a value, such as {@code Fan,Lighting.Brightness}; a word that nobody knows has none of its own. */
    List<ConfigDescriptionParameter> of(String value) {
        List<String> words = Arrays.stream(value.split(",")).map(String::trim).toList();
        words.forEach(this::addWord);
        if (words.stream().filter(word -> type(word).isPresent()).count() > 1) {
            add(Setting.text("primary", wording.primary()), false);
        }
        ABOUT.forEach(name -> add(Setting.text(name, wording.about(name)), true));
        add(Setting.number("instance", wording.instance()), true);
        add(Setting.flag("standalone", wording.standalone()), true);
        return List.copyOf(found.values());
    }

    private void addWord(String word) {
        int dot = word.indexOf('.');
        Optional<AccessoryType> type = type(dot < 0 ? word : word.substring(0, dot));
        if (dot < 0 && type.isPresent()) {
            addAll(type.get());
            return;
        }
        String name = word.substring(dot + 1);
        Predicate<Role> isMeant =
                role -> role.name().equals(name) || role.aliases().contains(name);
        type.map(Stream::of)
                .orElseGet(types::stream)
                .forEach(each -> each.roles().stream().filter(isMeant).forEach(role -> addAll(each, role)));
    }

    private Optional<AccessoryType> type(String word) {
        return types.stream()
                .filter(type -> type.name().equals(word) || type.aliases().contains(word))
                .findFirst();
    }

    private void addAll(AccessoryType type) {
        type.settings().forEach(setting -> add(type, setting));
        for (Role role : type.roles()) {
            addAll(type, role);
            if (role.items().isEmpty()) {
                add(Setting.text(role.name(), wording.role(type, role)), false);
            }
        }
    }

    private void addAll(AccessoryType type, Role role) {
        GuardedType.settings(type, role).forEach(setting -> add(type, setting));
    }

    private void add(AccessoryType type, Setting setting) {
        add(new Setting(setting.name(), setting.kind(), wording.description(type.name(), setting)), false);
    }

    /** A number may be a quantity with its unit, so it is written as text. */
    private void add(Setting setting, boolean advanced) {
        found.computeIfAbsent(
                setting.name(),
                name -> ConfigDescriptionParameterBuilder.create(
                                name, setting.kind() == Setting.Kind.FLAG ? Type.BOOLEAN : Type.TEXT)
                        .withLabel(wording.setting(name))
                        .withDescription(setting.description())
                        .withAdvanced(advanced)
                        .build());
    }
}

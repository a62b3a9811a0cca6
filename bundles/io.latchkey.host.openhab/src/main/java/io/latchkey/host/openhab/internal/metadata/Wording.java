// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.metadata;

import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.accessory.Setting;
import io.latchkey.host.openhab.internal.text.LocalizedTexts;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** How types, characteristics and options are called in a language; where nobody has translated one, by its own name. */
final class Wording {
    /** The names of states that items may call otherwise. */
    private static final Pattern STATE = Pattern.compile("[A-Z0-9_]+");

    private final LocalizedTexts texts;

    private Wording(LocalizedTexts texts) {
        this.texts = texts;
    }

    static Wording of(Locale locale) {
        return new Wording(LocalizedTexts.of(locale));
    }

    String namespace() {
        return texts.get("metadata.description");
    }

    String primary() {
        return texts.get("metadata.primary");
    }

    String instance() {
        return texts.get("metadata.instance");
    }

    String standalone() {
        return texts.get("metadata.standalone");
    }

    String about(String name) {
        return texts.get("metadata.about", setting(name));
    }

    String type(String name) {
        return texts.word("type." + name).orElseGet(() -> apart(name));
    }

    String role(AccessoryType type, Role role) {
        return type(type.name()) + ": "
                + texts.word("role." + role.name()).orElse(role.type().displayName());
    }

    String setting(String name) {
        return texts.word("option." + name).orElseGet(() -> apart(name));
    }

    /** What an option means; in the language of its author where nobody has translated that. */
    String description(String type, Setting setting) {
        String key = "option.description." + setting.name();
        return texts.word(key + "." + type)
                .or(() -> texts.word(key))
                .or(() -> STATE.matcher(setting.name()).matches()
                        ? texts.word("option.description.state")
                        : Optional.empty())
                .orElse(setting.description());
    }

    /** {@code CarbonDioxideSensor} as words; what is in capitals already stays as it is. */
    private static String apart(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ");
    }
}

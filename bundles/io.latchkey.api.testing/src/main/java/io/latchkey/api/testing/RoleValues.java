// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.testing;

import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.model.Value;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the values of roles as lines of a test write them: {@code Role=value Role=value}. Stateless. */
final class RoleValues {
    private RoleValues() {}

    static Map<Role, Value> values(AccessoryType type, String text) {
        Map<Role, Value> values = new LinkedHashMap<>();
        for (String part : text.split("\\s+")) {
            String[] pair = part.split("=");
            values.put(role(type, pair[0]), value(pair[1]));
        }
        return values;
    }

    static Role role(AccessoryType type, String name) {
        return type.roles().stream()
                .filter(role -> role.isCalled(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(type.name() + " has no role " + name));
    }

    private static Value value(String text) {
        if (text.equals("true") || text.equals("false")) {
            return Value.of(Boolean.parseBoolean(text));
        }
        if (!text.matches("-?\\d+(\\.\\d+)?")) {
            return Value.of(text);
        }
        return text.contains(".") ? Value.of(Double.parseDouble(text)) : Value.of(Long.parseLong(text));
    }
}

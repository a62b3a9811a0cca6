// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.soak;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Judges a value that was read, and what was said of it. */
final class ReadValues {
    private ReadValues() {}

    static void value(
            Talk talk,
            String source,
            NumberedCharacteristic subject,
            JsonElement value,
            Map<NumberedCharacteristic, Long> floors) {
        if (!subject.kind().isLegal(value, false)) {
            talk.fault(source + " value illegal", subject + " " + value);
        } else if (subject.kind().isNumbered()) {
            long number = subject.kind().number(value);
            if (number < floors.get(subject)) {
                talk.fault(source + " went back", subject + " " + number + ", known " + floors.get(subject));
            } else if (subject.kind().isRaised() && number > subject.issued()) {
                talk.fault(source + " from nowhere", subject + " " + number + " of " + subject.issued());
            }
            talk.ear().read(subject, number);
            subject.establish(number);
        }
    }

    static void assertDescribed(Talk talk, NumberedCharacteristic subject, JsonObject entry) {
        Kind kind = subject.kind();
        Set<String> permissions = new HashSet<>();
        entry.getAsJsonArray("perms").forEach(each -> permissions.add(each.getAsString()));
        boolean subscribed = entry.has("ev") && entry.get("ev").getAsBoolean();
        if (!permissions.equals(kind.permissions())
                || !entry.get("format").getAsString().equals(kind.format())
                || !entry.get("description").getAsString().equals(subject.toString())
                || subscribed != talk.ear().isSubscribed(subject)) {
            talk.fault("described wrongly", subject + " " + entry);
        }
    }
}

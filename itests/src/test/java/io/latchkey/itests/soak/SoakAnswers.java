// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.soak;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.latchkey.itests.wire.Accessories;
import io.latchkey.itests.wire.WireMessage;
import java.util.List;

/** Judges what came back for the entries of a write. */
final class SoakAnswers {
    private SoakAnswers() {}

    static void check(Talk talk, List<Entry> entries, WireMessage answer, String body) {
        List<JsonObject> told = Accessories.objects(answer.json().getAsJsonArray("characteristics"))
                .toList();
        boolean right = told.size() == entries.size();
        for (int i = 0; i < entries.size() && right; i++) {
            right = isAnswer(talk, entries.get(i), told.get(i));
        }
        if (!right) {
            talk.fault("write answered wrongly", body + " -> " + answer.text());
        }
    }

    private static boolean isAnswer(Talk talk, Entry entry, JsonObject told) {
        JsonObject rest = told.deepCopy();
        JsonElement value = rest.remove("value");
        String wanted = "{" + entry.address() + ",\"status\":" + entry.status() + "}";
        boolean valued = entry.responds() && entry.raise().isPresent();
        return rest.equals(JsonParser.parseString(wanted))
                && (value != null) == valued
                && (!valued || isResponse(talk, entry.raise().get(), value));
    }

    private static boolean isResponse(Talk talk, Entry.Raise raise, JsonElement value) {
        NumberedCharacteristic subject = raise.subject();
        if (!subject.kind().isLegal(value, false)) {
            return false;
        }
        long number = subject.kind().number(value);
        talk.ear().read(subject, number);
        subject.establish(number);
        return number >= raise.number() && number <= subject.issued();
    }
}

// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.stream.StreamSupport;

/** Which characteristics may be written, and a value that one does not have and may have. */
final class WritableValues {
    static final String IDENTIFY = "14";

    private WritableValues() {}

    static boolean isWritable(JsonObject characteristic) {
        return characteristic.getAsJsonArray("perms").toString().contains("\"pw\"")
                && !characteristic.get("type").getAsString().equals(IDENTIFY)
                && characteristic.has("value")
                && characteristic.get("value").isJsonPrimitive();
    }

    /** A value that it doesn't have and may have. */
    static String other(JsonObject characteristic) {
        JsonElement now = characteristic.get("value");
        if (characteristic.get("format").getAsString().equals("bool")) {
            boolean on = now.getAsString().equals("true") || now.getAsString().equals("1");
            return String.valueOf(!on);
        }
        if (characteristic.has("valid-values")) {
            return StreamSupport.stream(
                            characteristic.getAsJsonArray("valid-values").spliterator(), false)
                    .filter(value -> !value.equals(now))
                    .map(JsonElement::toString)
                    .findFirst()
                    .orElse(now.toString());
        }
        if (characteristic.has("minValue")) {
            boolean low = now.getAsDouble() == characteristic.get("minValue").getAsDouble();
            return characteristic.get(low ? "maxValue" : "minValue").toString();
        }
        return now.toString();
    }
}

// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.wire;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * An answer or an event as it came.
 *
 * @param startLine without its line end
 * @param headers in the order of the wire, names in lower case
 * @param body with any chunking taken off
 */
public record WireMessage(String startLine, List<Header> headers, byte[] body) {

    /** One header line. */
    public record Header(String name, String value) {}

    /** The status, of an event too. */
    public int status() {
        return Integer.parseInt(startLine.split(" ")[1]);
    }

    /** Whether this is an event and no answer. */
    public boolean isEvent() {
        return startLine.startsWith("EVENT/");
    }

    /** The value of a header, if it is there. */
    public Optional<String> header(String name) {
        return headers.stream()
                .filter(each -> each.name().equals(name))
                .map(Header::value)
                .findFirst();
    }

    /** The body as text. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The body as a JSON object. */
    public JsonObject json() {
        return JsonParser.parseString(text()).getAsJsonObject();
    }

    @Override
    public String toString() {
        return startLine + " " + headers + " " + text();
    }
}

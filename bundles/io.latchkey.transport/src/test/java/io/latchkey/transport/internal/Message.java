// SPDX-License-Identifier: EPL-2.0
package io.latchkey.transport.internal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** An answer or an event message as it came: its head line by line, its body. */
record Message(List<String> head, byte[] body) {

    String startLine() {
        return head.get(0);
    }

    int status() {
        return Integer.parseInt(startLine().split(" ")[1]);
    }

    boolean isEvent() {
        return startLine().equals("EVENT/1.0 200 OK");
    }

    List<String> headers() {
        return head.subList(1, head.size());
    }

    Optional<String> header(String name) {
        return headers().stream()
                .filter(line -> line.startsWith(name + ": "))
                .map(line -> line.substring(name.length() + 2))
                .findFirst();
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}

// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.discovery;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The instance name of a record, the first label of its full name (RFC 6763 section 4.1.1), and how Apple's controllers
 * write it as the Host of their requests. A name that was heard on the network may hold anything; what a header can't hold
 * is escaped.
 *
 * @param text as people read it, such as {@code Blue Barn}
 */
public record InstanceName(String text) {
    private static final String SERVICE = "._hap._tcp.local";
    private static final int MOST_BYTES = 63;
    private static final int DELETE = 127;

    /**
     * Keeps the name.
     *
     * @throws IllegalArgumentException when it is no DNS label: empty, or longer than 63 bytes of UTF-8
     */
    public InstanceName {
        if (!isLabel(text)) {
            throw new IllegalArgumentException("an instance name has 1 to 63 bytes of UTF-8, not: " + text);
        }
    }

    /** A name that was heard; empty when it is no DNS label. */
    public static Optional<InstanceName> of(String heard) {
        return isLabel(heard) ? Optional.of(new InstanceName(heard)) : Optional.empty();
    }

    /**
     * The full name, escaped as DNS does it (RFC 1035 section 5.1): dot and backslash by a backslash, a space or a control
     * character by its number in three digits. All above ASCII stays as it is, to be sent as UTF-8.
     */
    public String host() {
        StringBuilder host = new StringBuilder(text.length() + SERVICE.length());
        for (int i = 0; i < text.length(); i++) {
            char next = text.charAt(i);
            if (next <= ' ' || next == DELETE) {
                host.append('\\').append((char) ('0' + next / 100)).append(twoDigits(next % 100));
            } else {
                host.append(next == '.' || next == '\\' ? "\\" : "").append(next);
            }
        }
        return host.append(SERVICE).toString();
    }

    private static boolean isLabel(String text) {
        return !text.isEmpty() && text.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES;
    }

    private static String twoDigits(int number) {
        return (number < 10 ? "0" : "") + number;
    }
}

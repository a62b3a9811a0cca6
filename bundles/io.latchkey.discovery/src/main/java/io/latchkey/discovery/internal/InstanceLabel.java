// SPDX-License-Identifier: EPL-2.0
package io.latchkey.discovery.internal;

import io.latchkey.api.identity.DeviceId;
import java.nio.charset.StandardCharsets;

/**
 * The instance name of a record: a DNS label of 63 bytes at the most (RFC 6763 section 4.1.1). When another record has the
 * name, some digits of the Device ID are appended, more of them each time. It is the same on all interfaces.
 */
final class InstanceLabel {
    private static final int LONGEST = 63;
    private static final int DIGITS = 4;

    private InstanceLabel() {}

    /**
     * The label to try.
     *
     * @param conflicts how often the name was taken
     */
    static String of(String name, DeviceId id, int conflicts) {
        String digits = id.text().replaceAll("[^0-9A-Za-z]", "");
        int kept = Math.min(conflicts * DIGITS, digits.length());
        String suffix = kept == 0 ? "" : " " + digits.substring(digits.length() - kept);
        return cut(name, LONGEST - suffix.length()) + suffix;
    }

    private static String cut(String name, int bytes) {
        int end = 0;
        int length = 0;
        while (end < name.length()) {
            int next = name.offsetByCodePoints(end, 1);
            length += name.substring(end, next).getBytes(StandardCharsets.UTF_8).length;
            if (length > bytes) {
                return name.substring(0, end).stripTrailing();
            }
            end = next;
        }
        return name;
    }
}

// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns the id of a bridge into the name of a folder and back. Every id has a name of its own on every file system: also
 * where case does not count or names are reserved (Windows). No name begins with a dot, so those are free for ourselves.
 */
final class BridgeName {
    private static final int LONGEST = 200;
    private static final Pattern RESERVED = Pattern.compile("(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?");
    private static final Pattern CODED = Pattern.compile("%([0-9a-f]{2})");

    private BridgeName() {}

    /**
     * The name of the folder.
     *
     * @throws IllegalArgumentException when the id is empty or too long
     */
    static String folder(String bridge) {
        StringBuilder name = new StringBuilder();
        byte[] bytes = bridge.getBytes(StandardCharsets.UTF_8);
        boolean reserved = RESERVED.matcher(bridge).matches();
        for (int i = 0; i < bytes.length; i++) {
            boolean edge = i == 0 || i == bytes.length - 1;
            boolean plain = isLetter(bytes[i]) || bytes[i] == '.' && !edge;
            if (plain && !(reserved && i == 0)) {
                name.append((char) bytes[i]);
            } else {
                name.append(String.format("%%%02x", bytes[i]));
            }
        }
        if (name.isEmpty() || name.length() > LONGEST) {
            throw new IllegalArgumentException("the id of a bridge is empty or too long: " + bridge);
        }
        return name.toString();
    }

    /** The id that belongs to a folder; empty for a folder that is not one of ours. */
    static Optional<String> bridge(String folder) {
        Matcher coded = CODED.matcher(folder);
        String latin = coded.replaceAll(
                byteOf -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(byteOf.group(1), 16))));
        String bridge = new String(latin.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        boolean ours = !bridge.isEmpty()
                && folder.length() <= LONGEST
                && folder(bridge).equals(folder);
        return ours ? Optional.of(bridge) : Optional.empty();
    }

    private static boolean isLetter(byte letter) {
        return letter >= 'a' && letter <= 'z' || letter >= '0' && letter <= '9' || letter == '-' || letter == '_';
    }
}

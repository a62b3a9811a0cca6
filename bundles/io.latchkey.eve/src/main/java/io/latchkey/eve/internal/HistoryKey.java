// SPDX-License-Identifier: EPL-2.0
package io.latchkey.eve.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Names an accessory of a bridge for ever.
 *
 * @param provider who has put it
 * @param accessory its key there
 */
record HistoryKey(String provider, String accessory) {
    /** How names of files end. */
    static final String ENDING = ".history";

    private static final int NAME_BYTES = 16;

    /** The name of the file of its history, fit for every file system. */
    String fileName() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((provider + "/" + accessory).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(digest, NAME_BYTES)) + ENDING;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java lacks SHA-256", e);
        }
    }
}

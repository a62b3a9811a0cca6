// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.diagnostics;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * All texts that a secret may be met as: as it is, in hexadecimal digits, in Base64 with either alphabet, as a list of numbers,
 * each of them also from its end to its beginning. Stateless.
 */
final class SecretForms {
    private static final List<String> SEPARATORS = List.of("", ":", "-", " ");

    private SecretForms() {}

    /** The forms of bytes, such as a key. */
    static Set<String> of(byte[] secret) {
        Set<String> forms = new LinkedHashSet<>();
        add(secret, forms);
        add(reversed(secret), forms);
        return forms;
    }

    /** The forms of a text, such as a code or an id: also without what joins its parts, and in letters of either case. */
    static Set<String> of(String secret) {
        Set<String> forms = new LinkedHashSet<>();
        for (String text : List.of(secret, secret.replace("-", ""))) {
            for (String letters : List.of(text, text.toLowerCase(Locale.ROOT), text.toUpperCase(Locale.ROOT))) {
                forms.add(letters);
                forms.add(new StringBuilder(letters).reverse().toString());
                forms.addAll(of(letters.getBytes(StandardCharsets.UTF_8)));
            }
        }
        return forms;
    }

    private static void add(byte[] secret, Set<String> forms) {
        for (String separator : SEPARATORS) {
            String hex = HexFormat.ofDelimiter(separator).formatHex(secret);
            forms.add(hex);
            forms.add(hex.toUpperCase(Locale.ROOT));
        }
        forms.add(Base64.getEncoder().withoutPadding().encodeToString(secret));
        forms.add(Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
        forms.add(new String(secret, StandardCharsets.ISO_8859_1));
        forms.add(new String(secret, StandardCharsets.UTF_8));
        String numbers = Arrays.toString(secret);
        forms.add(numbers.substring(1, numbers.length() - 1));
    }

    private static byte[] reversed(byte[] bytes) {
        byte[] reversed = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            reversed[i] = bytes[bytes.length - 1 - i];
        }
        return reversed;
    }
}

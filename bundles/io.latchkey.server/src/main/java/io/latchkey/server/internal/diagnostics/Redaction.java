// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.diagnostics;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Blanks in a text what nobody else may know: secrets that it was told of, in all their forms, and whatever looks like a setup
 * code, the id of a controller or a public address. The same id has the same stand-in everywhere, so that a reader can still
 * follow it. Not safe for several threads.
 */
final class Redaction {
    /** Shorter ones would take words and numbers that say nothing. */
    private static final int SHORTEST = 4;

    private static final Pattern CODE = Pattern.compile("(?<![0-9-])[0-9]{3}-[0-9]{2}-[0-9]{3}(?![0-9-])");
    private static final Pattern PAYLOAD = Pattern.compile("X-HM://[0-9A-Za-z]+");
    private static final Pattern ID =
            Pattern.compile("[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}");
    /** Apple's own types all end so. */
    private static final String TYPE = "-0026bb765291";

    /** Whatever is larger would be asked for as a name. */
    private static final String OCTET = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";

    private static final Pattern ADDRESS = Pattern.compile("(?<![0-9A-Za-z.:])(?:" + OCTET + "(?:\\." + OCTET
            + "){3}|[0-9A-Fa-f]{0,4}(?::[0-9A-Fa-f]{0,4}){2,7})(?![0-9A-Za-z:])");

    private final Set<String> versions = new HashSet<>();
    private final Map<String, String> standIns = new LinkedHashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, String> found = new HashMap<>();

    /** Is told of a key, a salt or the like. */
    void key(byte[] secret) {
        SecretForms.of(secret).forEach(form -> hide(form, "[key]"));
    }

    /** Is told of a setup code or a setup ID. */
    void code(String secret) {
        SecretForms.of(secret).forEach(form -> hide(form, "[code]"));
    }

    /** Is told of the id of a controller. */
    void controller(String id) {
        String standIn = standIn("controller", id);
        SecretForms.of(id).forEach(form -> hide(form, standIn));
    }

    /** Is told of the id of somebody whom the bridge doesn't know any more, or never has: there may be many. */
    void stranger(String id) {
        String standIn = standIn("controller", id);
        List.of(id, id.toLowerCase(Locale.ROOT), id.toUpperCase(Locale.ROOT), id.replace("-", ""))
                .forEach(form -> hide(form, standIn));
    }

    /** Is told of a value of a characteristic. Short ones can't be told from other words and numbers. */
    void value(String value) {
        boolean isCommon = value.equals("true") || value.equals("false") || value.matches("[0-9]{1,4}");
        if (!isCommon) {
            hide(value, "[value]");
        }
    }

    /** Is told of a version, which may have four parts as an address has. */
    void version(String version) {
        versions.add(version);
    }

    /** The text without all that. */
    String of(String text) {
        String blanked = text;
        List<Map.Entry<String, String>> longestFirst = standIns.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, String> each) ->
                                each.getKey().length())
                        .reversed())
                .toList();
        for (Map.Entry<String, String> each : longestFirst) {
            blanked = blanked.replace(each.getKey(), each.getValue());
        }
        blanked = PAYLOAD.matcher(blanked).replaceAll("[code]");
        blanked = CODE.matcher(blanked).replaceAll("[code]");
        blanked = ID.matcher(blanked).replaceAll(match -> Matcher.quoteReplacement(id(match)));
        return ADDRESS.matcher(blanked).replaceAll(match -> Matcher.quoteReplacement(address(match.group())));
    }

    /** All that it looks for by its form. */
    Set<String> forms() {
        return standIns.keySet();
    }

    private void hide(String form, String standIn) {
        if (form.length() >= SHORTEST) {
            standIns.putIfAbsent(form, standIn);
            standIns.putIfAbsent(escaped(form), standIn);
        }
    }

    /** As JSON in plain ASCII has it. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        for (char each : text.toCharArray()) {
            if (each == '"' || each == '\\') {
                escaped.append('\\').append(each);
            } else if (each < ' ' || each > '~') {
                escaped.append(String.format("\\u%04x", (int) each));
            } else {
                escaped.append(each);
            }
        }
        return escaped.toString();
    }

    private String id(MatchResult match) {
        return match.group().toLowerCase(Locale.ROOT).endsWith(TYPE) ? match.group() : standIn("id", match.group());
    }

    private String address(String text) {
        if (versions.contains(text)) {
            return text;
        }
        try {
            InetAddress address = InetAddress.getByName(text); // never a name, so that nobody is asked for it
            byte[] bytes = address.getAddress();
            boolean isOfOneNetwork = bytes.length == 16 && (bytes[0] & 0xfe) == 0xfc;
            boolean isPrivate = address.isAnyLocalAddress()
                    || address.isLoopbackAddress()
                    || address.isLinkLocalAddress()
                    || address.isSiteLocalAddress()
                    || address.isMulticastAddress()
                    || isOfOneNetwork;
            return isPrivate ? text : standIn("public address", text);
        } catch (UnknownHostException noAddress) {
            return text;
        }
    }

    private String standIn(String what, String text) {
        return found.computeIfAbsent(
                what + text, first -> "[" + what + " " + numbers.merge(what, 1, Integer::sum) + "]");
    }
}

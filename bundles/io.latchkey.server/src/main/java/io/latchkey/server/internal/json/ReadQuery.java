// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.json;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The query of a GET to {@code /characteristics} (HAP specification R2 section 6.7.4). Names are case-sensitive, as in
 * HomeKitADK; flags may be written as true and false, an id that nothing can have spoils its own entry, and an escaped
 * comma, a comma too many and unknown parameters are tolerated.
 *
 * @param ids in the order of the request, perhaps none, perhaps one twice
 * @param meta whether format, unit and limits are wanted
 * @param permissions whether the permissions are wanted
 * @param type whether the type is wanted
 * @param events whether it is wanted if the session has subscribed
 */
public record ReadQuery(List<RequestedAddress> ids, boolean meta, boolean permissions, boolean type, boolean events) {
    private static final Pattern ESCAPED_COMMA = Pattern.compile("%2C", Pattern.CASE_INSENSITIVE);

    /**
     * Reads a query.
     *
     * @param query as on the wire, without its question mark
     * @throws MalformedRequestException when the request is to be answered with 400
     */
    public static ReadQuery read(String query) throws MalformedRequestException {
        int fragment = query.indexOf('#');
        String relevant = fragment < 0 ? query : query.substring(0, fragment);
        List<RequestedAddress> ids = new ArrayList<>();
        boolean[] flags = new boolean[4];
        for (String parameter : relevant.split("&")) {
            int equals = parameter.indexOf('=');
            String name = equals < 0 ? parameter : parameter.substring(0, equals);
            String value = equals < 0 ? "" : parameter.substring(equals + 1);
            switch (name) {
                case "id" -> addresses(value, ids);
                case "meta" -> flags[0] = flag(value);
                case "perms" -> flags[1] = flag(value);
                case "type" -> flags[2] = flag(value);
                case "ev" -> flags[3] = flag(value);
                default -> {}
            }
        }
        return new ReadQuery(List.copyOf(ids), flags[0], flags[1], flags[2], flags[3]);
    }

    private static void addresses(String list, List<RequestedAddress> ids) {
        String ready =
                list.indexOf('%') < 0 ? list : ESCAPED_COMMA.matcher(list).replaceAll(",");
        int start = 0;
        while (start <= ready.length()) {
            int comma = ready.indexOf(',', start);
            int end = comma < 0 ? ready.length() : comma;
            if (start < end) {
                ids.add(address(ready, start, end));
            }
            start = end + 1;
        }
    }

    private static RequestedAddress address(String text, int start, int end) {
        int dot = start;
        while (dot < end && text.charAt(dot) != '.') {
            dot++;
        }
        return RequestedAddress.of(text, start, dot, text, Math.min(dot + 1, end), end);
    }

    private static boolean flag(String text) throws MalformedRequestException {
        return switch (text) {
            case "0", "false" -> false;
            case "1", "true" -> true;
            default -> throw new MalformedRequestException("a flag is true, false, 1 or 0");
        };
    }
}

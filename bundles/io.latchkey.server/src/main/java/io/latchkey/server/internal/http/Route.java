// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.http;

import java.util.Map;

/**
 * A path of the protocol (HAP specification R2, table 6-2).
 *
 * @param secured whether it belongs to secured sessions, else to plain connections
 * @param json whether its refusals bear a status in JSON
 * @param methods what lies behind it, by method
 */
record Route(boolean secured, boolean json, Map<String, Resource> methods) {

    static Route plain(String method, Resource resource) {
        return new Route(false, false, Map.of(method, resource));
    }

    static Route secured(Map<String, Resource> methods) {
        return new Route(true, true, methods);
    }
}

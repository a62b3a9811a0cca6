// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.bridge;

import io.latchkey.api.model.AccessoryId;
import java.util.List;

/**
 * One accessory of a bridge.
 *
 * @param aid its number
 * @param name what people call it
 * @param provider who contributes it
 * @param key its key there
 * @param services the names of its services' types
 * @param present false while it is absent: it keeps its place in Home
 */
public record AccessoryStatus(
        AccessoryId aid, String name, String provider, String key, List<String> services, boolean present) {}

// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import io.latchkey.api.model.AccessoryId;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** The numbers that accessories of items have on a bridge, before anybody has seen them. */
final class AccessoryIds {
    private AccessoryIds() {}

    static Set<String> ofItems(String... names) {
        return Arrays.stream(names)
                .map(name -> String.valueOf(AccessoryId.ofItem(name).value()))
                .collect(Collectors.toSet());
    }
}

// SPDX-License-Identifier: EPL-2.0
package io.latchkey.controller.internal.client;

import io.latchkey.api.controller.ReadOption;
import io.latchkey.api.model.CharacteristicId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The target of the request that reads characteristics. Stateless. */
final class ReadTarget {
    private ReadTarget() {}

    /** What is to be read, and what is to be told beside the values. */
    static String of(List<CharacteristicId> ids, Set<ReadOption> options) {
        String wanted = ids.stream().map(CharacteristicId::toString).collect(Collectors.joining(","));
        String more = options.stream().map(ReadTarget::parameter).collect(Collectors.joining());
        return "/characteristics?id=" + wanted + more;
    }

    private static String parameter(ReadOption option) {
        return switch (option) {
            case META -> "&meta=1";
            case PERMISSIONS -> "&perms=1";
            case TYPE -> "&type=1";
            case EVENTS -> "&ev=1";
        };
    }
}

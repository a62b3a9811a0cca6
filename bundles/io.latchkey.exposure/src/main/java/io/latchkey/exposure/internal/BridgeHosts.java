// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal;

import io.latchkey.exposure.internal.live.Host;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The hosts whose items one bridge takes.
 *
 * @param known those of them that were seen in this run, whether they are there or not
 * @param takes whether the bridge takes items of a host of that name
 */
record BridgeHosts(Supplier<Collection<Host>> known, Predicate<String> takes) {

    /** A host by its name; empty when it wasn't seen in this run or isn't taken. */
    Optional<Host> named(String name) {
        return known.get().stream().filter(host -> host.name().equals(name)).findFirst();
    }
}

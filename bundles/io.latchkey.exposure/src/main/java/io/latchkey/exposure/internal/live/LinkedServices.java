// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.live;

import io.latchkey.api.accessory.Behaviour;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The services that one service is linked with: those under it, which its behaviour may read and command, and those above
 * it, which hear when it shows something else. Complete before anything happens to them; what has changed is noted and
 * told in tasks of the service.
 */
final class LinkedServices {
    private final LiveService self;
    private final List<LiveService> above = new ArrayList<>();
    private final List<LiveService> beneath = new ArrayList<>();
    private boolean hasChanged;

    LinkedServices(LiveService self) {
        this.self = self;
    }

    /** Links another service under this one. */
    void link(LiveService other) {
        beneath.add(other);
        other.links().above.add(self);
    }

    /** The services that are linked under it. */
    List<Behaviour.Linked> linked() {
        return beneath.stream().<Behaviour.Linked>map(LinkedService::new).toList();
    }

    /** The types of the services that it is linked under. */
    Set<String> linkedUnder() {
        return above.stream().map(each -> each.type().name()).collect(Collectors.toSet());
    }

    /** The item that a command is for. */
    Optional<LiveCharacteristic> target(Behaviour.Command command) {
        Optional<LiveService> service = command.service().isEmpty()
                ? Optional.of(self)
                : beneath.stream()
                        .filter(each -> each.toString().equals(command.service().get()))
                        .findFirst();
        return service.flatMap(each -> each.characteristics().fed(command.role()));
    }

    /** The service shows something else. */
    void changed() {
        hasChanged = true;
    }

    /** What tells the services above that it has changed since this was asked last; to be run afterwards. */
    List<Runnable> news() {
        List<Runnable> telling =
                hasChanged ? above.stream().<Runnable>map(each -> each::hear).toList() : List.of();
        hasChanged = false;
        return telling;
    }
}

// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.live;

import io.latchkey.api.accessory.Behaviour;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The services that one service is linked with. Complete before anything happens to them; what is new is used in tasks of
 * the service.
 */
final class Kin {
    private final LiveService self;
    private final List<LiveService> above = new ArrayList<>();
    private final List<LiveService> beneath = new ArrayList<>();
    private boolean isNews;

    Kin(LiveService self) {
        this.self = self;
    }

    /** Links another service under this one. */
    void link(LiveService other) {
        beneath.add(other);
        other.kin().above.add(self);
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
        return service.flatMap(each -> each.fed(command.role()));
    }

    /** The service shows something else. */
    void changed() {
        isNews = true;
    }

    /** What tells the services above what changed since this was asked last; to be run afterwards. */
    List<Runnable> news() {
        List<Runnable> telling =
                isNews ? above.stream().<Runnable>map(each -> each::hear).toList() : List.of();
        isNews = false;
        return telling;
    }
}

// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.verb;

import io.latchkey.api.bridge.AbsentAccessory;
import io.latchkey.api.bridge.AccessoryStatus;
import io.latchkey.api.bridge.BridgeControl;
import io.latchkey.api.bridge.BridgeRuntime;
import io.latchkey.api.verb.Verb;
import io.latchkey.api.verb.VerbResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code adopt}: gives room, name and automations of an absent accessory to another one, such as a renamed item's. */
@Component(service = Verb.class)
public final class AdoptVerb extends BridgeVerb {
    private final BridgeControl control;

    /** Shows what the runtime tells and changes through the control. */
    @Activate
    public AdoptVerb(@Reference BridgeRuntime runtime, @Reference BridgeControl control) {
        super(
                "adopt",
                "OLD NEW [--apply]",
                "Gives the place of an absent accessory in Home to another one, such as one whose item was renamed",
                runtime);
        this.control = control;
    }

    @Override
    public List<String> complete(List<String> arguments) {
        return runtime().bridges().stream()
                .flatMap(each -> arguments.size() == 1
                        ? runtime().absent(each.id()).stream()
                                .filter(AbsentAccessory::isWhole)
                                .map(AbsentAccessory::key)
                        : runtime().accessories(each.id()).stream()
                                .filter(AccessoryStatus::present)
                                .map(AccessoryStatus::key))
                .toList();
    }

    @Override
    public VerbResult run(List<String> arguments) {
        List<String> names = new ArrayList<>(arguments);
        boolean apply = names.remove(PruneVerb.APPLY);
        if (names.size() != 2) {
            return wrong();
        }
        Optional<AbsentAccessory> old = runtime().bridges().stream()
                .flatMap(each -> runtime().absent(each.id()).stream())
                .filter(AbsentAccessory::isWhole)
                .filter(each -> PruneVerb.isMeant(each, names.get(0)))
                .findFirst();
        if (old.isEmpty()) {
            return VerbResult.failed("Nothing absent is called " + names.get(0) + ": see absent");
        }
        Optional<AccessoryStatus> next = runtime().bridges().stream()
                .flatMap(each -> runtime().accessories(each.id()).stream())
                .filter(AccessoryStatus::present)
                .filter(each -> each.key().equals(names.get(1)) || each.key().endsWith(":" + names.get(1)))
                .findFirst();
        if (next.isEmpty()) {
            return VerbResult.failed("Nothing that is there is called " + names.get(1) + ": see accessories");
        }
        return apply
                ? await(
                        control.adopt(old.get(), next.get().key()),
                        "Home now sees " + next.get().key() + " where "
                                + old.get().key() + " was")
                : VerbResult.done(
                        next.get().name() + " (" + next.get().key() + ") would take the room, the name and the"
                                + " automations of " + old.get().name() + " ("
                                + old.get().key() + "), and lose its own. Nothing"
                                + " has been done yet: the same with --apply does it");
    }
}

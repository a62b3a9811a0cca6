// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.verb;

import io.latchkey.api.bridge.AbsentAccessory;
import io.latchkey.api.bridge.BridgeRuntime;
import io.latchkey.api.verb.Verb;
import io.latchkey.api.verb.VerbResult;
import io.latchkey.api.verb.VerbResult.Output;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code absent}: what keeps its place in Home though it isn't there, since when and why. */
@Component(service = Verb.class)
public final class AbsentVerb extends BridgeVerb {
    private static final List<String> HEADERS = List.of("Key", "Name", "Since", "Why", "Parts");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    /** Shows what the runtime tells. */
    @Activate
    public AbsentVerb(@Reference BridgeRuntime runtime) {
        super(
                "absent",
                "[BRIDGE]",
                "Shows accessories that keep their place in Home though they aren't there",
                runtime);
    }

    @Override
    public VerbResult run(List<String> arguments) {
        VerbResult table = table(
                arguments,
                HEADERS,
                bridge -> runtime().absent(bridge).stream().map(AbsentVerb::row).toList());
        if (table.status() != 0) {
            return table;
        }
        List<Output> outputs = new ArrayList<>(table.outputs());
        meant(arguments)
                .forEach(bridge -> runtime()
                        .absent(bridge.id())
                        .forEach(each -> each.successor()
                                .ifPresent(successor -> outputs.add(new Output.Text(successor + " looks like "
                                        + each.key() + " under another name: give it that place with" + " adopt "
                                        + each.key() + " " + successor)))));
        return new VerbResult(0, outputs);
    }

    private static List<String> row(AbsentAccessory absent) {
        return List.of(
                absent.key(),
                absent.name(),
                text(absent.since()),
                absent.why().reason(),
                absent.isWhole() ? "all" : String.join(", ", absent.parts()));
    }

    private static String text(Instant moment) {
        return TIME.format(moment.atZone(ZoneId.systemDefault()));
    }
}

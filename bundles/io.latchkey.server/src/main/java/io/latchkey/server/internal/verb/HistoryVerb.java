// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.verb;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.latchkey.api.bridge.BridgeRuntime;
import io.latchkey.api.bridge.BridgeStatus;
import io.latchkey.api.identity.ControllerId;
import io.latchkey.api.model.HapStatus;
import io.latchkey.api.store.ControllerWrite;
import io.latchkey.api.store.Happening;
import io.latchkey.api.store.History;
import io.latchkey.api.verb.Verb;
import io.latchkey.api.verb.VerbResult;
import io.latchkey.api.verb.VerbResult.Output;
import io.latchkey.server.internal.history.HistoryJson;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code history}: what has happened to the bridges of late, and who has switched what. */
@Component(service = Verb.class)
public final class HistoryVerb extends BridgeVerb {
    private static final String JSON = "--json";
    private static final String SINCE = "--since";
    private static final List<String> HAPPENINGS =
            List.of("Bridge", "When", "Times", "What", "Controller", "From", "More");
    private static final List<String> WRITES =
            List.of("Bridge", "When", "Controller", "Accessory", "Switched", "Commands", "Result");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    /** Shows what the runtime tells. */
    @Activate
    public HistoryVerb(@Reference BridgeRuntime runtime) {
        super(
                "history",
                "[BRIDGE] [--since 2h|DATE] [--json]",
                "Shows what has happened to the bridges, and who has switched what",
                runtime);
    }

    @Override
    public List<String> complete(List<String> arguments) {
        int last = arguments.size() - 1;
        if (last > 0 && arguments.get(last - 1).equals(SINCE)) {
            return List.of("1h", "1d", "7d");
        }
        List<String> candidates = new ArrayList<>(last == 0 ? super.complete(arguments) : List.of());
        candidates.addAll(List.of(SINCE, JSON));
        candidates.removeAll(arguments);
        return candidates;
    }

    @Override
    public VerbResult run(List<String> arguments) {
        List<String> rest = new ArrayList<>(arguments);
        boolean json = rest.remove(JSON);
        Optional<String> since = since(rest);
        if (rest.size() > 1 || rest.stream().anyMatch(each -> each.startsWith("-"))) {
            return wrong();
        }
        Instant begin = Instant.MIN;
        if (since.isPresent()) {
            Optional<Instant> read = SinceTime.of(since.get(), Instant.now(), ZoneId.systemDefault());
            if (read.isEmpty()) {
                return VerbResult.failed(
                        SINCE + " takes " + SinceTime.FORMS + " that isn't still to come, not " + since.get());
            }
            begin = read.get();
        }
        List<BridgeStatus> bridges = meant(rest);
        if (bridges.isEmpty()) {
            return noBridge(rest);
        }
        return json ? VerbResult.done(json(bridges, begin)) : new VerbResult(0, tables(bridges, begin));
    }

    private String json(List<BridgeStatus> bridges, Instant begin) {
        JsonArray all = new JsonArray();
        bridges.forEach(bridge -> all.add(HistoryJson.of(bridge.id(), history(bridge, begin))));
        JsonObject json = new JsonObject();
        json.add("bridges", all);
        return HistoryJson.text(json);
    }

    private List<Output> tables(List<BridgeStatus> bridges, Instant begin) {
        List<List<String>> happenings = new ArrayList<>();
        List<List<String>> writes = new ArrayList<>();
        for (BridgeStatus bridge : bridges) {
            History history = history(bridge, begin);
            history.happenings().forEach(each -> happenings.add(row(bridge.id(), each)));
            history.writes().forEach(each -> writes.add(row(bridge.id(), each)));
        }
        if (happenings.isEmpty() && writes.isEmpty()) {
            return List.of(new Output.Text("Nothing has happened"));
        }
        List<Output> outputs = new ArrayList<>(List.of(new Output.Table(HAPPENINGS, happenings)));
        if (!writes.isEmpty()) {
            outputs.add(new Output.Table(WRITES, writes));
        }
        return outputs;
    }

    private History history(BridgeStatus bridge, Instant begin) {
        History all = runtime().history(bridge.id());
        return new History(
                all.happenings().stream()
                        .filter(each -> !each.last().isBefore(begin))
                        .toList(),
                all.writes().stream().filter(each -> !each.at().isBefore(begin)).toList());
    }

    private static List<String> row(String bridge, Happening happening) {
        return List.of(
                bridge,
                text(happening.last()),
                happening.times() == 1 ? "" : happening.times() + " since " + text(happening.first()),
                happening.kind().name().toLowerCase(Locale.ROOT),
                happening.controller().map(ControllerId::text).orElse(""),
                happening.remote().orElse(""),
                happening.text());
    }

    private static List<String> row(String bridge, ControllerWrite write) {
        return List.of(
                bridge,
                text(write.at()),
                write.controller().text() + (write.remote() ? " through a hub" : ""),
                write.accessory(),
                write.characteristic() + " " + write.value(),
                write.commands().stream()
                        .map(each -> each.item() + " " + each.command())
                        .collect(Collectors.joining(", ")),
                write.result() == HapStatus.SUCCESS
                        ? "done"
                        : write.result().name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }

    private static String text(Instant moment) {
        return TIME.format(moment.atZone(ZoneId.systemDefault()));
    }

    private static Optional<String> since(List<String> arguments) {
        int option = arguments.indexOf(SINCE);
        if (option < 0 || option + 1 == arguments.size()) {
            return Optional.empty();
        }
        arguments.remove(option);
        String since = arguments.remove(option);
        boolean isFollowedByTime = option < arguments.size() && SinceTime.isTime(arguments.get(option));
        return Optional.of(isFollowedByTime ? since + " " + arguments.remove(option) : since);
    }
}

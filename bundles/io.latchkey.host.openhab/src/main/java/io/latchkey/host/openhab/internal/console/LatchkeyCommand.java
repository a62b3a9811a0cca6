// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.console;

import io.latchkey.api.concurrent.Contributors;
import io.latchkey.api.verb.GuardedVerb;
import io.latchkey.api.verb.Verb;
import io.latchkey.api.verb.VerbResult;
import io.latchkey.api.verb.VerbText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.openhab.core.io.console.Console;
import org.openhab.core.io.console.ConsoleCommandCompleter;
import org.openhab.core.io.console.extensions.ConsoleCommandExtension;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * The command {@code openhab:latchkey}: every verb that is there, and the words of openHAB's own HomeKit add-on for those
 * who are used to them. Runs on the thread of the console session that typed it.
 */
@Component(service = ConsoleCommandExtension.class)
public final class LatchkeyCommand implements ConsoleCommandExtension, ConsoleCommandCompleter {
    private static final String COMMAND = "latchkey";

    private final Contributors contributors;
    private final Set<Verb> there = ConcurrentHashMap.newKeySet();
    private final Map<Verb, GuardedVerb> verbs = new ConcurrentHashMap<>();
    private volatile Optional<VerbText> rendering = Optional.empty();

    /** Begins without verbs. */
    @Activate
    public LatchkeyCommand(@Reference Contributors contributors) {
        this.contributors = contributors;
    }

    /** A verb has come; it is known once it has described itself. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addVerb(Verb verb) {
        there.add(verb);
        GuardedVerb.describe(verb, contributors).thenAccept(guarded -> {
            verbs.put(verb, guarded);
            if (!there.contains(verb)) {
                forget(verb);
            }
        });
    }

    /** A verb has gone. */
    void removeVerb(Verb verb) {
        there.remove(verb);
        forget(verb);
    }

    private void forget(Verb verb) {
        Optional.ofNullable(verbs.remove(verb)).ifPresent(GuardedVerb::close);
    }

    /** What draws tables and QR codes has come. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void setRendering(VerbText text) {
        rendering = Optional.of(text);
    }

    /** What draws tables and QR codes has gone. */
    void unsetRendering(VerbText text) {
        rendering = rendering.filter(current -> current != text);
    }

    @Override
    public String getCommand() {
        return COMMAND;
    }

    @Override
    public String getDescription() {
        return "Shows and changes HomeKit bridges";
    }

    @Override
    public List<String> getUsages() {
        return sorted().stream()
                .map(verb -> (COMMAND + " " + verb.name() + " " + verb.usage()).trim() + " - " + verb.description())
                .toList();
    }

    @Override
    public ConsoleCommandCompleter getCompleter() {
        return this;
    }

    @Override
    public void execute(String[] words, Console console) {
        if (words.length == 0) {
            getUsages().forEach(console::printUsage);
            return;
        }
        List<String> arguments = Arrays.asList(words).subList(1, words.length);
        Optional<Verb> verb = verb(words[0]);
        VerbResult result = verb.isPresent()
                ? verb.get().run(arguments)
                : new OldWord(words[0], arguments)
                        .run(this::verb)
                        .orElseGet(() -> VerbResult.failed("There is no verb " + words[0] + ": see openhab:latchkey"));
        console.print(
                rendering.map(text -> text.of(result.outputs())).orElseGet(() -> PlainOutput.of(result.outputs())));
    }

    @Override
    public boolean complete(String[] words, int word, int position, List<String> candidates) {
        if (word < 0 || word >= words.length) {
            return false;
        }
        String typed = words[word].substring(0, Math.min(position, words[word].length()));
        proposals(words, word).stream().filter(each -> each.startsWith(typed)).forEach(candidates::add);
        return !candidates.isEmpty();
    }

    private Collection<String> proposals(String[] words, int word) {
        if (word > 0) {
            List<String> arguments = Arrays.asList(words).subList(1, word + 1);
            return verb(words[0]).map(verb -> verb.complete(arguments)).orElse(List.of());
        }
        List<String> names = new ArrayList<>(sorted().stream().map(Verb::name).toList());
        names.addAll(OldWord.NAMES);
        return names;
    }

    private List<Verb> sorted() {
        return verbs.values().stream()
                .<Verb>map(each -> each)
                .sorted(Comparator.comparing(Verb::name))
                .toList();
    }

    private Optional<Verb> verb(String name) {
        return verbs.values().stream()
                .<Verb>map(each -> each)
                .filter(verb -> verb.name().equals(name))
                .findFirst();
    }
}

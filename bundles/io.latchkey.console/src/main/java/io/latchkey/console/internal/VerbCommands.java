// SPDX-License-Identifier: EPL-2.0
package io.latchkey.console.internal;

import io.latchkey.api.concurrent.Contributors;
import io.latchkey.api.verb.GuardedVerb;
import io.latchkey.api.verb.Verb;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.karaf.shell.api.console.Command;
import org.apache.karaf.shell.api.console.Registry;
import org.apache.karaf.shell.api.console.SessionFactory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * Keeps one Karaf command registered for each verb that is there, while it is there. Verbs come and go on any thread of
 * the framework; a verb that left is not held any longer, and one that can't describe itself has no command.
 */
@Component(
        service = {},
        immediate = true)
public final class VerbCommands {
    private final Registry registry;
    private final Contributors contributors;
    private final Set<Verb> verbs = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<Verb, Registered> commands = new IdentityHashMap<>();

    private record Registered(GuardedVerb verb, Command command) {}

    /** Begins with no command; verbs are bound one by one. */
    @Activate
    public VerbCommands(@Reference SessionFactory shell, @Reference Contributors contributors) {
        this.contributors = contributors;
        this.registry = shell.getRegistry();
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addVerb(Verb verb) {
        synchronized (this) {
            verbs.add(verb);
        }
        GuardedVerb.describe(verb, contributors).thenAccept(guarded -> described(verb, guarded));
    }

    private synchronized void described(Verb verb, GuardedVerb guarded) {
        if (!verbs.contains(verb)) {
            guarded.close();
            return;
        }
        Command command = new VerbCommand(guarded);
        commands.put(verb, new Registered(guarded, command));
        registry.register(command);
    }

    synchronized void removeVerb(Verb verb) {
        verbs.remove(verb);
        Optional.ofNullable(commands.remove(verb)).ifPresent(this::unregister);
    }

    @Deactivate
    synchronized void close() {
        verbs.clear();
        commands.values().forEach(this::unregister);
        commands.clear();
    }

    private void unregister(Registered gone) {
        registry.unregister(gone.command());
        gone.verb().close();
    }
}

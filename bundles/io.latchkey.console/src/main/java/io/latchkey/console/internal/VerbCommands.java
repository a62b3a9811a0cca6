// SPDX-License-Identifier: EPL-2.0
package io.latchkey.console.internal;

import io.latchkey.api.verb.Verb;
import java.util.IdentityHashMap;
import java.util.Map;
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
 * the framework; a verb that left is not held any longer.
 */
@Component(
        service = {},
        immediate = true)
public final class VerbCommands {
    private final Registry registry;
    private final Map<Verb, Command> commands = new IdentityHashMap<>();

    /** Begins with no command; verbs are bound one by one. */
    @Activate
    public VerbCommands(@Reference SessionFactory shell) {
        this.registry = shell.getRegistry();
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    synchronized void addVerb(Verb verb) {
        Command command = new VerbCommand(verb);
        commands.put(verb, command);
        registry.register(command);
    }

    synchronized void removeVerb(Verb verb) {
        Command command = commands.remove(verb);
        if (command != null) {
            registry.unregister(command);
        }
    }

    @Deactivate
    synchronized void close() {
        commands.values().forEach(registry::unregister);
        commands.clear();
    }
}

// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.settings;

import io.latchkey.api.verb.Verb;
import io.latchkey.api.verb.VerbResult;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code remove}: deletes the settings of a bridge, as its settings page does. What it has stored stays. */
@Component(service = Verb.class)
public final class RemoveVerb implements Verb {
    private final BridgeConfigurations configurations;

    /** Removes from the framework's configurations. */
    @Activate
    public RemoveVerb(@Reference ConfigurationAdmin admin) {
        this.configurations = new BridgeConfigurations(admin);
    }

    @Override
    public String name() {
        return "remove";
    }

    @Override
    public String description() {
        return "Removes a bridge: deletes its settings; what it has stored stays";
    }

    @Override
    public String usage() {
        return "BRIDGE [--apply]";
    }

    @Override
    public List<String> complete(List<String> arguments) {
        if (arguments.size() == 2) {
            return List.of("--apply");
        }
        try {
            return arguments.size() == 1
                    ? configurations.forms().values().stream()
                            .map(BridgeForm::id)
                            .toList()
                    : List.of();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    @Override
    public VerbResult run(List<String> arguments) {
        boolean applies = arguments.size() == 2 && arguments.get(1).equals("--apply");
        if (arguments.isEmpty() || arguments.size() > 1 && !applies) {
            return VerbResult.failed("Usage: " + name() + " " + usage());
        }
        try {
            return remove(arguments.get(0), applies);
        } catch (IOException unreadable) {
            return VerbResult.failed(
                    "Not done: the configurations can't be read or written: " + unreadable.getMessage());
        }
    }

    private VerbResult remove(String bridge, boolean applies) throws IOException {
        Optional<Configuration> found = configurations.find(bridge);
        if (found.isEmpty()) {
            return VerbResult.failed("No configuration has the id " + bridge + ": see bridges");
        }
        BridgeForm form = new BridgeForm(Dictionaries.map(found.get().getProperties()));
        if (form.file().isPresent()) {
            return VerbResult.failed("Bridge " + bridge + " is configured in a file: delete "
                    + form.file().get());
        }
        if (!applies) {
            return VerbResult.done("This would delete the settings of bridge " + bridge + ", \"" + form.name()
                    + "\", and end it. Do it with remove " + bridge + " --apply");
        }
        found.get().delete();
        return VerbResult.done(
                "Bridge " + bridge + " is removed: remove it in Home, too. What it has stored stays, with"
                        + " its pairings; purge " + bridge + " deletes that");
    }
}

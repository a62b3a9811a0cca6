// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.settings;

import io.latchkey.api.bridge.BridgeRuntime;
import io.latchkey.api.bridge.BridgeStatus;
import io.latchkey.host.openhab.internal.text.Texts;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.openhab.core.config.core.ConfigDescription;
import org.openhab.core.config.core.ConfigDescriptionBuilder;
import org.openhab.core.config.core.ConfigDescriptionParameterGroup;
import org.openhab.core.config.core.ConfigDescriptionParameterGroupBuilder;
import org.openhab.core.config.core.ConfigDescriptionProvider;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * How the bridges are now, as the heading over the QR code in their forms: whether each is paired, and the setup code to
 * type where one may be shown. Only administrators may read forms. Called on any thread; does not block.
 */
@Component
public final class BridgeStates implements ConfigDescriptionProvider {
    private static final URI DESCRIPTION = URI.create(BridgeForms.DESCRIPTION);

    private final BridgeRuntime runtime;

    /** Shows what the runtime tells. */
    @Activate
    public BridgeStates(@Reference BridgeRuntime runtime) {
        this.runtime = runtime;
    }

    @Override
    public Collection<ConfigDescription> getConfigDescriptions(Locale locale) {
        return List.of(description(locale));
    }

    @Override
    public ConfigDescription getConfigDescription(URI uri, Locale locale) {
        return DESCRIPTION.equals(uri) ? description(locale) : null;
    }

    private ConfigDescription description(Locale locale) {
        Texts texts = Texts.of(locale);
        String states =
                runtime.bridges().stream().map(bridge -> state(bridge, texts)).collect(Collectors.joining("<br/>"));
        ConfigDescriptionParameterGroup state = ConfigDescriptionParameterGroupBuilder.create("state")
                .withLabel(texts.get("state.label"))
                .withDescription(states.isEmpty() ? texts.get("state.none") : states)
                .build();
        return ConfigDescriptionBuilder.create(DESCRIPTION)
                .withParameterGroup(state)
                .build();
    }

    private static String state(BridgeStatus bridge, Texts texts) {
        String how = switch (bridge.state()) {
            case STARTING -> texts.get("state.starting");
            case FAILED -> texts.get("state.failed", bridge.problem().orElse(""));
            case READY -> ready(bridge, texts);
        };
        return plain(bridge.name() + " (" + bridge.id() + "): " + how);
    }

    private static String ready(BridgeStatus bridge, Texts texts) {
        if (bridge.controllers() > 0) {
            return texts.get("state.paired", bridge.controllers());
        }
        return bridge.setupCode()
                .map(code -> texts.get("state.unpaired", code.text()))
                .orElseGet(() -> texts.get("state.starting"));
    }

    /** The user interface takes it for HTML. */
    private static String plain(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}

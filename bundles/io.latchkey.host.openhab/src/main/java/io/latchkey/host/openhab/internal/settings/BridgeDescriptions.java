// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.settings;

import io.latchkey.api.bridge.BridgeRuntime;
import io.latchkey.api.bridge.BridgeStatus;
import io.latchkey.host.openhab.internal.settings.BridgeForm.Action;
import io.latchkey.host.openhab.internal.text.LocalizedTexts;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.openhab.core.config.core.ConfigDescription;
import org.openhab.core.config.core.ConfigDescriptionAliasProvider;
import org.openhab.core.config.core.ConfigDescriptionBuilder;
import org.openhab.core.config.core.ConfigDescriptionParameter;
import org.openhab.core.config.core.ConfigDescriptionParameter.Type;
import org.openhab.core.config.core.ConfigDescriptionParameterBuilder;
import org.openhab.core.config.core.ConfigDescriptionParameterGroupBuilder;
import org.openhab.core.config.core.ConfigDescriptionProvider;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What settings pages show of bridges at the moment they are opened: all bridges on the page of the add-on, and on the page
 * of a bridge itself, its further ones, what became of the last action, and the actions. What doesn't change lies in files;
 * the page of each bridge has an address of its own, which stands for the file of all. Only administrators may read
 * descriptions. Called on any thread; does not block.
 */
@Component(service = {ConfigDescriptionProvider.class, ConfigDescriptionAliasProvider.class})
public final class BridgeDescriptions implements ConfigDescriptionProvider, ConfigDescriptionAliasProvider {
    private static final URI ADD_ON = URI.create(ConfiguredDefaults.DESCRIPTION);
    private static final URI ANY_BRIDGE = URI.create(BridgeForms.DESCRIPTION);
    private static final String ACTIONS = "actions";

    private final BridgeRuntime runtime;
    private final BridgeConfigurations configurations;
    private final ActionOutcomes outcomes;

    /** Shows what the runtime tells. */
    @Activate
    public BridgeDescriptions(
            @Reference BridgeRuntime runtime, @Reference ConfigurationAdmin admin, @Reference ActionOutcomes outcomes) {
        this.runtime = runtime;
        this.configurations = new BridgeConfigurations(admin);
        this.outcomes = outcomes;
    }

    /** The address of the description of a configuration. */
    static URI address(String pid) {
        return URI.create(BridgeForms.DESCRIPTION + ":" + pid.replaceAll("[^A-Za-z0-9._~-]", "_"));
    }

    @Override
    public URI getAlias(URI uri) {
        return isOfBridge(uri) ? ANY_BRIDGE : null;
    }

    @Override
    public Collection<ConfigDescription> getConfigDescriptions(Locale locale) {
        LocalizedTexts texts = LocalizedTexts.of(locale);
        Map<String, BridgeForm> forms = forms();
        List<ConfigDescription> all = new ArrayList<>();
        all.add(addOn(forms.keySet(), texts));
        forms.forEach((pid, form) -> all.add(bridge(pid, form, texts)));
        return all;
    }

    @Override
    public ConfigDescription getConfigDescription(URI uri, Locale locale) {
        if (uri.equals(ADD_ON)) {
            return addOn(forms().keySet(), LocalizedTexts.of(locale));
        }
        return isOfBridge(uri) ? bridge(uri, LocalizedTexts.of(locale)).orElse(null) : null;
    }

    private Optional<ConfigDescription> bridge(URI uri, LocalizedTexts texts) {
        return forms().entrySet().stream()
                .filter(form -> uri.equals(address(form.getKey())))
                .findFirst()
                .map(form -> bridge(form.getKey(), form.getValue(), texts));
    }

    /** openHAB asks for the descriptions of all its things too: nothing is looked up for these. */
    private static boolean isOfBridge(URI uri) {
        return uri.toString().startsWith(ANY_BRIDGE + ":");
    }

    private ConfigDescription addOn(Set<String> pids, LocalizedTexts texts) {
        List<BridgeStatus> bridges = runtime.bridges();
        List<ConfigDescriptionParameter> parameters = new ArrayList<>();
        pids.forEach(pid -> group(pid, bridges)
                .forEach(bridge -> parameters.addAll(section(bridge, texts).parameters(Optional.of(pid)))));
        if (parameters.isEmpty()) {
            parameters.add(ShownParameter.text("none.state", texts.get("state.label"), texts.get("state.none"), ""));
        }
        return ConfigDescriptionBuilder.create(ADD_ON)
                .withParameters(parameters)
                .build();
    }

    private ConfigDescription bridge(String pid, BridgeForm form, LocalizedTexts texts) {
        List<ConfigDescriptionParameter> parameters = new ArrayList<>();
        outcomes.text(pid, form, texts)
                .map(text -> ShownParameter.text("outcome", texts.get("actions.outcome"), text, ""))
                .ifPresent(parameters::add);
        group(pid, runtime.bridges())
                .forEach(bridge -> parameters.addAll(section(bridge, texts).parameters(Optional.empty())));
        form.file()
                .map(file -> inFile(file, texts))
                .ifPresentOrElse(parameters::add, () -> parameters.addAll(actions(form, texts)));
        return ConfigDescriptionBuilder.create(address(pid))
                .withParameters(parameters)
                .withParameterGroup(ConfigDescriptionParameterGroupBuilder.create(ACTIONS)
                        .withLabel(texts.get("actions.label"))
                        .withDescription(texts.get("actions.description"))
                        .build())
                .build();
    }

    private BridgeSection section(BridgeStatus bridge, LocalizedTexts texts) {
        return new BridgeSection(bridge, runtime.absent(bridge.id()), texts);
    }

    private static ConfigDescriptionParameter inFile(String file, LocalizedTexts texts) {
        return ShownParameter.text("file", texts.get("file.label"), file, texts.get("file.description"));
    }

    private static List<ConfigDescriptionParameter> actions(BridgeForm form, LocalizedTexts texts) {
        List<ConfigDescriptionParameter> actions = new ArrayList<>();
        for (Action action : Action.values()) {
            actions.add(action(action.key(), Type.BOOLEAN, texts.get(action.key() + ".description"), texts)
                    .withDefault("false")
                    .build());
        }
        String removal = texts.get("remove.description", Html.text(form.name()), Html.text(form.id()));
        actions.add(action(BridgeForm.REMOVE, Type.TEXT, removal, texts).build());
        return actions;
    }

    private static ConfigDescriptionParameterBuilder action(
            String key, Type type, String description, LocalizedTexts texts) {
        return ConfigDescriptionParameterBuilder.create(key, type)
                .withGroupName(ACTIONS)
                .withLabel(texts.get(key + ".label"))
                .withDescription(description);
    }

    /** The bridges of a configuration in their order, further ones too. */
    private static Stream<BridgeStatus> group(String pid, List<BridgeStatus> bridges) {
        return bridges.stream()
                .filter(bridge -> bridge.configurationPid().equals(pid))
                .sorted(Comparator.<BridgeStatus>comparingInt(
                                bridge -> bridge.id().length())
                        .thenComparing(BridgeStatus::id));
    }

    /** What each configuration says, by its PID. */
    private Map<String, BridgeForm> forms() {
        try {
            return configurations.forms();
        } catch (IOException | IllegalStateException unreadable) {
            return Map.of();
        }
    }
}

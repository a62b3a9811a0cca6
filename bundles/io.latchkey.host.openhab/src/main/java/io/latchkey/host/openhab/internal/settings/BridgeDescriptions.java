// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.settings;

import io.latchkey.api.bridge.BridgeRuntime;
import io.latchkey.api.bridge.BridgeStatus;
import io.latchkey.host.openhab.internal.settings.BridgeForm.Action;
import io.latchkey.host.openhab.internal.text.LocalizedTexts;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
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
 * of a bridge itself, its further ones, and the actions. What doesn't change lies in files; the page of each bridge has an
 * address of its own, which stands for the file of all. Only administrators may read descriptions. Called on any thread;
 * does not block.
 */
@Component(service = {ConfigDescriptionProvider.class, ConfigDescriptionAliasProvider.class})
public final class BridgeDescriptions implements ConfigDescriptionProvider, ConfigDescriptionAliasProvider {
    private static final URI ADD_ON = URI.create(ConfiguredDefaults.DESCRIPTION);
    private static final URI ANY_BRIDGE = URI.create(BridgeForms.DESCRIPTION);
    private static final String ACTIONS = "actions";

    private final BridgeRuntime runtime;
    private final BridgeConfigurations configurations;

    /** Shows what the runtime tells. */
    @Activate
    public BridgeDescriptions(@Reference BridgeRuntime runtime, @Reference ConfigurationAdmin admin) {
        this.runtime = runtime;
        this.configurations = new BridgeConfigurations(admin);
    }

    /** The address of the description of a bridge. Ids that can't stand in one are refused as ids of bridges, too. */
    static URI address(String bridge) {
        return URI.create(BridgeForms.DESCRIPTION + ":" + bridge.replaceAll("[^A-Za-z0-9_-]", "_"));
    }

    @Override
    public URI getAlias(URI uri) {
        return isOfBridge(uri) ? ANY_BRIDGE : null;
    }

    @Override
    public Collection<ConfigDescription> getConfigDescriptions(Locale locale) {
        LocalizedTexts texts = LocalizedTexts.of(locale);
        Map<String, String> pages = pages();
        List<ConfigDescription> all = new ArrayList<>();
        all.add(addOn(pages, texts));
        pages.keySet().forEach(id -> all.add(bridge(id, pages, texts)));
        return all;
    }

    @Override
    public ConfigDescription getConfigDescription(URI uri, Locale locale) {
        if (uri.equals(ADD_ON)) {
            return addOn(pages(), LocalizedTexts.of(locale));
        }
        return isOfBridge(uri) ? bridge(uri, LocalizedTexts.of(locale)).orElse(null) : null;
    }

    private Optional<ConfigDescription> bridge(URI uri, LocalizedTexts texts) {
        Map<String, String> pages = pages();
        return pages.keySet().stream()
                .filter(id -> uri.equals(address(id)))
                .findFirst()
                .map(id -> bridge(id, pages, texts));
    }

    /** openHAB asks for the descriptions of all its things too: nothing is looked up for these. */
    private static boolean isOfBridge(URI uri) {
        return uri.toString().startsWith(ANY_BRIDGE + ":");
    }

    private ConfigDescription addOn(Map<String, String> pages, LocalizedTexts texts) {
        List<BridgeStatus> bridges = runtime.bridges();
        List<ConfigDescriptionParameter> parameters = new ArrayList<>();
        pages.forEach((id, page) -> group(id, bridges, pages)
                .forEach(bridge -> parameters.addAll(section(bridge, texts).parameters(Optional.of(page)))));
        if (parameters.isEmpty()) {
            parameters.add(BridgeSection.none(texts));
        }
        return ConfigDescriptionBuilder.create(ADD_ON)
                .withParameters(parameters)
                .build();
    }

    private ConfigDescription bridge(String id, Map<String, String> pages, LocalizedTexts texts) {
        List<ConfigDescriptionParameter> parameters = new ArrayList<>();
        group(id, runtime.bridges(), pages)
                .forEach(bridge -> parameters.addAll(section(bridge, texts).parameters(Optional.empty())));
        Arrays.stream(Action.values()).map(action -> parameter(action, texts)).forEach(parameters::add);
        return ConfigDescriptionBuilder.create(address(id))
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

    private static ConfigDescriptionParameter parameter(Action action, LocalizedTexts texts) {
        return ConfigDescriptionParameterBuilder.create(action.key(), Type.BOOLEAN)
                .withGroupName(ACTIONS)
                .withLabel(texts.get(action.key() + ".label"))
                .withDescription(texts.get(action.key() + ".description"))
                .withDefault("false")
                .build();
    }

    /** A bridge and its further ones, which no configuration names, in their order. */
    private static Stream<BridgeStatus> group(String id, List<BridgeStatus> bridges, Map<String, String> pages) {
        Pattern further = Pattern.compile(Pattern.quote(id) + "-[1-9]\\d*");
        return bridges.stream()
                .filter(bridge -> bridge.id().equals(id)
                        || further.matcher(bridge.id()).matches() && !pages.containsKey(bridge.id()))
                .sorted(Comparator.<BridgeStatus>comparingInt(
                                bridge -> bridge.id().length())
                        .thenComparing(BridgeStatus::id));
    }

    /** By the id of each configured bridge, the PID of its page. */
    private Map<String, String> pages() {
        try {
            return configurations.pages();
        } catch (IOException | IllegalStateException unreadable) {
            return new TreeMap<>();
        }
    }
}

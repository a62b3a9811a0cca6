// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.settings;

import io.latchkey.api.bridge.AbsentAccessory;
import io.latchkey.api.bridge.BridgeStatus;
import io.latchkey.api.identity.SetupPayload;
import io.latchkey.host.openhab.internal.text.LocalizedTexts;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openhab.core.config.core.ConfigDescriptionParameter;
import org.openhab.core.config.core.ConfigDescriptionParameter.Type;
import org.openhab.core.config.core.ConfigDescriptionParameterBuilder;

/**
 * What a settings page shows of one bridge: how it is and, while it can be paired, the code to type and the QR code.
 *
 * <p>openHAB's pages can only show parameters. These have what they show as their default, so that nobody has to write it
 * into a configuration, and no group, because what has none comes first on a page. A configuration that has a value of
 * that name all the same would hide what is true: {@link #without} takes it out. Immutable; for any thread.
 */
final class BridgeSection {
    /** What the first versions wrote into configurations. */
    private static final String QR_CODE_OF_OLD = "qrCode";

    private static final String PREFIX = "shown.";

    private static final int MOST_NAMES = 20;

    private final BridgeStatus bridge;
    private final List<AbsentAccessory> absent;
    private final LocalizedTexts texts;

    /**
     * Shows a bridge.
     *
     * @param absent what it shows though it isn't there
     */
    BridgeSection(BridgeStatus bridge, List<AbsentAccessory> absent, LocalizedTexts texts) {
        this.bridge = bridge;
        this.absent = absent;
        this.texts = texts;
    }

    /** Where there is no bridge to show. */
    static ConfigDescriptionParameter none(LocalizedTexts texts) {
        return shown("none.state", texts.get("state.label"), texts.get("state.none"))
                .withReadOnly(true)
                .build();
    }

    /** Properties without those that only pages show. */
    static Map<String, Object> without(Map<String, ?> properties) {
        Map<String, Object> rest = new TreeMap<>(properties);
        rest.keySet().removeIf(key -> key.startsWith(PREFIX) || key.equals(QR_CODE_OF_OLD));
        return rest;
    }

    /**
     * The parameters, in their order.
     *
     * @param page the PID whose page has the settings of the bridge; empty on that page itself
     */
    List<ConfigDescriptionParameter> parameters(Optional<String> page) {
        List<ConfigDescriptionParameter> parameters = new ArrayList<>();
        parameters.add(shown(bridge.id() + ".state", bridge.name(), state())
                .withReadOnly(true)
                .withDescription(details(page))
                .build());
        if (canBePaired()) {
            bridge.setupCode()
                    .ifPresent(code ->
                            parameters.add(shown(bridge.id() + ".setupCode", texts.get("state.setupCode"), code.text())
                                    .withReadOnly(true)
                                    .build()));
            bridge.payload().map(this::qrCode).ifPresent(parameters::add);
        }
        return parameters;
    }

    /** A bridge that is paired shows none: it can't be paired by it then. */
    private boolean canBePaired() {
        return bridge.state() == BridgeStatus.State.READY && bridge.controllers() == 0;
    }

    /** Not read-only, which it would be by right: openHAB shows the text of a read-only one instead of drawing it. */
    private ConfigDescriptionParameter qrCode(SetupPayload payload) {
        return shown(bridge.id() + ".qrCode", texts.get("state.qrCode"), payload.uri())
                .withContext("qrcode")
                .build();
    }

    private static ConfigDescriptionParameterBuilder shown(String name, String label, String value) {
        return ConfigDescriptionParameterBuilder.create(PREFIX + name, Type.TEXT)
                .withLabel(label)
                .withDefault(value);
    }

    private String state() {
        return switch (bridge.state()) {
            case STARTING -> texts.get("state.starting");
            case FAILED -> texts.get("state.failed");
            case READY ->
                bridge.controllers() > 0
                        ? texts.get("state.paired", bridge.controllers())
                        : texts.get("state.unpaired");
        };
    }

    private String details(Optional<String> page) {
        Stream<String> port =
                bridge.address().map(address -> texts.get("state.port", String.valueOf(address.getPort()))).stream();
        Stream<String> accessories = bridge.state() == BridgeStatus.State.READY
                ? Stream.of(texts.get("state.accessories", bridge.accessories()))
                : Stream.empty();
        Stream<String> link = page.map(this::link).stream();
        return Stream.of(bridge.problem().map(Html::text).stream(), port, accessories, absent(), link)
                .flatMap(each -> each)
                .collect(Collectors.joining(" "));
    }

    private Stream<String> absent() {
        if (absent.isEmpty()) {
            return Stream.empty();
        }
        String names = absent.stream()
                .limit(MOST_NAMES)
                .map(each -> Html.text(each.name() + " (" + each.why().reason() + ")"))
                .collect(Collectors.joining(", "));
        int more = absent.size() - MOST_NAMES;
        return Stream.of(texts.get("state.absent", more > 0 ? names + ", … (+" + more + ")" : names));
    }

    private String link(String page) {
        String encoded = URLEncoder.encode(page, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%7E", "~");
        return Html.link("/settings/services/" + encoded, texts.get("state.settings"));
    }
}

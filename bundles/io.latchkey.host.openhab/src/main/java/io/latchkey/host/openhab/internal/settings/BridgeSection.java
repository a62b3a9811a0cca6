// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.settings;

import io.latchkey.api.bridge.AbsentAccessory;
import io.latchkey.api.bridge.BridgeStatus;
import io.latchkey.api.bridge.RefusedSetting;
import io.latchkey.api.identity.SetupPayload;
import io.latchkey.host.openhab.internal.text.LocalizedTexts;
import java.net.InetSocketAddress;
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

/**
 * What a settings page shows of one bridge: how it is, which of its settings was refused and what counts instead and, while
 * it can be paired, the code to type and the QR code. Immutable; for any thread.
 */
final class BridgeSection {
    /** What the first versions wrote into configurations. */
    private static final String QR_CODE_OF_OLD = "qrCode";

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

    /** Properties without those that only pages show: a value of such a name would hide what is true. */
    static Map<String, Object> without(Map<String, ?> properties) {
        Map<String, Object> rest = new TreeMap<>(properties);
        rest.keySet().removeIf(key -> ShownParameter.isName(key) || key.equals(QR_CODE_OF_OLD));
        return rest;
    }

    /**
     * The parameters, in their order.
     *
     * @param page the PID whose page has the settings of the bridge; empty on that page itself
     */
    List<ConfigDescriptionParameter> parameters(Optional<String> page) {
        List<ConfigDescriptionParameter> parameters = new ArrayList<>();
        parameters.add(ShownParameter.text(bridge.id() + ".state", bridge.name(), state(), details(page)));
        bridge.refused().map(this::refused).ifPresent(parameters::add);
        if (canBePaired()) {
            bridge.setupCode()
                    .map(code -> ShownParameter.text(
                            bridge.id() + ".setupCode", texts.get("state.setupCode"), code.text(), ""))
                    .ifPresent(parameters::add);
            bridge.payload().map(this::qrCode).ifPresent(parameters::add);
        }
        return parameters;
    }

    /** A bridge that is paired shows none: it can't be paired by it then. */
    private boolean canBePaired() {
        return bridge.state() == BridgeStatus.State.READY && bridge.controllers() == 0;
    }

    private ConfigDescriptionParameter qrCode(SetupPayload payload) {
        return ShownParameter.picture(bridge.id() + ".qrCode", texts.get("state.qrCode"), payload.uri());
    }

    /** A long value would push the label out of sight, which says of which setting it is. */
    private ConfigDescriptionParameter refused(RefusedSetting refused) {
        String label = texts.setting(refused.key()).orElse(refused.key());
        String rule = texts.word("refused." + refused.key()).orElse(refused.rule());
        String details = Html.text(label + ": " + withoutStop(rule)) + ". " + instead(refused, label);
        return ShownParameter.text(
                bridge.id() + ".refused", texts.get("refused.label", label), texts.get("refused.value"), details);
    }

    private String instead(RefusedSetting refused, String label) {
        if (bridge.state() == BridgeStatus.State.FAILED) {
            return texts.get("refused.notRunning");
        }
        String before = texts.get("refused.before");
        return refused.inForce()
                .map(value -> value.isEmpty() ? texts.get("refused.byDefault") : value)
                .map(value -> before + " " + texts.get("refused.inForce", Html.text(label), Html.text(value)))
                .orElse(before);
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
        Stream<String> accessories = bridge.state() == BridgeStatus.State.READY
                ? Stream.of(texts.get("state.accessories", bridge.accessories()))
                : Stream.empty();
        return Stream.of(
                        problem(),
                        bridge.address().map(this::place).stream(),
                        accessories,
                        absent(),
                        page.map(this::link).stream())
                .flatMap(each -> each)
                .collect(Collectors.joining(" "));
    }

    /** In the words of the log, which are English, and as such. */
    private Stream<String> problem() {
        return bridge.refused().isPresent()
                ? Stream.empty()
                : bridge.problem().map(problem -> texts.get("state.problem", Html.text(withoutStop(problem)))).stream();
    }

    private static String withoutStop(String text) {
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }

    private String place(InetSocketAddress address) {
        String port = String.valueOf(address.getPort());
        return address.getAddress().isAnyLocalAddress()
                ? texts.get("state.port", port)
                : texts.get("state.address", port, address.getAddress().getHostAddress());
    }

    private Stream<String> absent() {
        if (absent.isEmpty() || bridge.state() == BridgeStatus.State.STARTING) {
            return Stream.empty();
        }
        String names = absent.stream()
                .limit(MOST_NAMES)
                .map(each -> Html.text(
                        each.name() + " (" + texts.get("absent." + each.why().cause()) + ")"))
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

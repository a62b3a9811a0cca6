// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.settings;

import io.latchkey.host.openhab.internal.text.LocalizedTexts;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Component;

/**
 * What became of the last action of each settings page: openHAB says "saved" whatever happens, so the page has to tell it
 * when it is opened again. Kept until something else is saved there, or openHAB restarts. Safe for all threads.
 */
@Component(service = ActionOutcomes.class)
public final class ActionOutcomes {
    private final Map<String, Outcome> outcomes = new ConcurrentHashMap<>();

    /**
     * What is told.
     *
     * @param key of a text
     * @param values in that text
     * @param form what the configuration said when the action was done
     */
    private record Outcome(String key, Object[] values, BridgeForm form) {}

    /** Tells it on the page of a configuration. */
    void tell(String pid, BridgeForm form, String key, Object... values) {
        outcomes.put(pid, new Outcome(key, values, form));
    }

    /** What is to be told on the page of a configuration, as long as that says what it said then. */
    Optional<String> text(String pid, BridgeForm now, LocalizedTexts texts) {
        return Optional.ofNullable(outcomes.get(pid))
                .filter(outcome -> outcome.form().isSame(now))
                .map(outcome -> texts.get(outcome.key(), outcome.values()));
    }

    /** Forgets what no page can tell any more. */
    void retain(Map<String, BridgeForm> forms) {
        outcomes.keySet().retainAll(forms.keySet());
    }
}

// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.item;

import io.latchkey.api.item.Item;
import io.latchkey.api.item.ItemChanges;
import io.latchkey.api.item.ItemListener;
import io.latchkey.api.item.ItemState;
import io.latchkey.api.testing.InlineContributors;
import io.latchkey.api.testing.ManualWorkers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.openhab.core.library.types.OnOffType;
import org.openhab.core.library.types.PercentType;

/** The registry of an openHAB with a lamp and a fan, and what a listener hears from it. */
final class ItemRegistryRig {
    static final Duration SETTLED = SettleTimer.SILENCE;

    final ManualWorkers workers = new ManualWorkers();
    final FakeOpenhab openhab = new FakeOpenhab();
    final List<String> heard = new ArrayList<>();
    OpenhabItemRegistry registry;

    ItemRegistryRig() {
        openhab.add(TestItem.of("Dimmer", "Lamp", new PercentType(40)), "Lighting");
        openhab.add(TestItem.of("Switch", "Fan", OnOffType.OFF), "");
        start();
    }

    void start() {
        registry = new OpenhabItemRegistry(
                workers, new InlineContributors(), openhab.items, openhab.notes, openhab.readiness, openhab.bus);
        registry.bindLinks(openhab.links);
        openhab.bus.subscriber = registry;
        registry.listen(new Listener());
        registry.activate();
    }

    void ready() {
        openhab.readiness.reach(30);
        heard.clear();
    }

    List<String> names() {
        return registry.items().stream().map(Item::name).toList();
    }

    ItemState state(String item) {
        return registry.item(item).orElseThrow().state();
    }

    private final class Listener implements ItemListener {
        @Override
        public void updated(String item, ItemState state) {
            heard.add(item + "=" + state.text());
        }

        @Override
        public void replaced(ItemChanges changes) {
            heard.add(Stream.of("+", "-", "~")
                            .map(sign -> sign
                                    + switch (sign) {
                                        case "+" -> sorted(changes.added());
                                        case "-" -> sorted(changes.removed());
                                        default -> sorted(changes.changed());
                                    })
                            .reduce((a, b) -> a + " " + b)
                            .orElseThrow()
                    + (changes.deleted().isEmpty() ? "" : " deleted " + sorted(changes.deleted())));
        }

        private List<String> sorted(Set<String> names) {
            return names.stream().sorted().toList();
        }
    }
}

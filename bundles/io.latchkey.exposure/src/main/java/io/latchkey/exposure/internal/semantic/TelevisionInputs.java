// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.semantic;

import io.latchkey.api.item.Item;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.item.Metadata;
import io.latchkey.api.item.Option;
import io.latchkey.exposure.internal.language.ExposureRequest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The inputs of a television, from the commands that the item of its channel lists: an item of our own for each, which
 * no host knows and nobody sends anything to. Stateless.
 */
final class TelevisionInputs {
    private static final String CHANNEL = "Television.ActiveIdentifier";
    private static final String AT = "=";
    private static final int MOST = 50;

    private TelevisionInputs() {}

    /** The inputs that an item with its note chooses from; none unless it is a television's channel. */
    static List<Item> of(Item item) {
        boolean isChannel = Stream.of(
                        item.metadata().get(ExposureRequest.NAMESPACE).value().split(","))
                .anyMatch(CHANNEL::equals);
        return isChannel
                ? options(item).stream()
                        .filter(option -> option.value().trim().matches("\\d{1,9}"))
                        .limit(MOST)
                        .map(option -> input(item, option))
                        .toList()
                : List.of();
    }

    /** The item of a host that stands behind a name: the channel of an input, else the item itself. */
    static String behind(String name) {
        int at = name.indexOf(AT);
        return at < 0 ? name : name.substring(0, at);
    }

    private static List<Option> options(Item item) {
        return item.commandOptions().isEmpty() ? item.stateDescription().options() : item.commandOptions();
    }

    private static Item input(Item channel, Option option) {
        BigDecimal number = new BigDecimal(option.value().trim());
        return Item.of(channel.name() + AT + number, ItemType.STRING)
                .label(option.label())
                .groups(channel.groupNames())
                .metadata(ExposureRequest.NAMESPACE, new Metadata("InputSource", Map.of("Identifier", number)))
                .build();
    }
}

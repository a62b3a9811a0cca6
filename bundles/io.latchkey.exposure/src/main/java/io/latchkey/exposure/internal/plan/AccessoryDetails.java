// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.plan;

import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.item.Item;
import io.latchkey.api.item.ItemState;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.model.AccessoryInfo;
import io.latchkey.exposure.internal.language.ExposureRequest;
import io.latchkey.exposure.internal.language.LegalNames;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What an accessory, or the services of one member of its group, say about themselves: from constants in the metadata of
 * the item that asked for them, else from text items that were named for it (read when the accessory is composed), else
 * from the item itself. Used by one composing at a time.
 */
final class AccessoryDetails {
    private static final String MAKER = "Latchkey";
    private static final String NAME = "Name";
    private static final String FIRMWARE = "1.0.0";

    private final Item owner;
    private final List<Item> candidates;
    private final Map<String, ExposureRequest> requests;
    private final Findings findings;
    private final ItemStates states;
    private final Set<String> items = new LinkedHashSet<>();

    /** Looks at an accessory's owner and at the members of its group. */
    AccessoryDetails(
            Item owner,
            List<Item> members,
            Map<String, ExposureRequest> requests,
            Findings findings,
            ItemStates states) {
        this.owner = owner;
        this.candidates = Stream.concat(Stream.of(owner), members.stream()).toList();
        this.requests = requests;
        this.findings = findings;
        this.states = states;
    }

    /** The items that were asked so far. */
    Set<String> items() {
        return items;
    }

    AccessoryInfo info() {
        return new AccessoryInfo(
                LegalNames.legal(name(), owner.name()),
                text("Manufacturer").orElse(MAKER),
                text("Model").orElse(owner.type().text()),
                text("SerialNumber").orElse(owner.name()),
                text("FirmwareRevision").orElse(FIRMWARE),
                text("HardwareRevision"));
    }

    /**
     * What people call one of its services.
     *
     * @param isFirst whether it is the one that is called like the item; others have what they are behind that
     */
    String nameOf(AccessoryType type, boolean isFirst) {
        return text(NAME, part -> part.owner().equals(Optional.of(type)))
                .orElseGet(
                        () -> isFirst ? name() : name() + " " + type.service().displayName());
    }

    private String name() {
        String label = owner.label().isBlank() ? owner.name() : owner.label();
        return requests.get(owner.name())
                .options()
                .text(NAME)
                .filter(text -> !text.isBlank())
                .or(() -> text(NAME, part -> !isOfAnother(part)))
                .orElse(label);
    }

    /** Whether it is a part of one of several services of the item, and not of the first. */
    private boolean isOfAnother(ExposureRequest.Part part) {
        List<AccessoryType> types = requests.get(owner.name()).types();
        return part.owner().map(types::indexOf).filter(place -> place > 0).isPresent();
    }

    /** The item that is switched on to show which accessory it is. */
    Optional<String> identify() {
        return named("Identify", part -> true)
                .filter(item -> item.valueType() == ItemType.SWITCH)
                .map(Item::name);
    }

    private Optional<String> text(String word) {
        return requests.get(owner.name())
                .options()
                .text(word)
                .filter(text -> !text.isBlank())
                .or(() -> text(word, part -> true));
    }

    private Optional<String> text(String word, Predicate<ExposureRequest.Part> meant) {
        return named(word, meant)
                .map(states::of)
                .filter(ItemState.Text.class::isInstance)
                .map(ItemState::text)
                .filter(text -> !text.isBlank());
    }

    private Optional<Item> named(String word, Predicate<ExposureRequest.Part> meant) {
        Optional<Item> named = candidates.stream()
                .filter(item -> requests.get(item.name()).parts().stream()
                        .anyMatch(part -> part.word().equals(word) && meant.test(part)))
                .findFirst();
        named.ifPresent(item -> {
            items.add(item.name());
            findings.became(item.name(), word + " of " + owner.name());
        });
        return named;
    }
}

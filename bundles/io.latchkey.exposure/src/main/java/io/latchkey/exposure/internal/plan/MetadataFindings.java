// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.plan;

import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.item.Item;
import io.latchkey.api.item.ItemType;
import io.latchkey.exposure.internal.language.ExposureRequest;
import io.latchkey.exposure.internal.language.Vocabulary;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds what is wrong with the metadata of items that were looked at: unknown words and options, and items that nothing
 * became of. Used by one composing at a time.
 */
final class MetadataFindings {
    private final Vocabulary vocabulary;
    private final Findings findings;

    MetadataFindings(Vocabulary vocabulary, Findings findings) {
        this.vocabulary = vocabulary;
        this.findings = findings;
    }

    /** Says what is wrong with the metadata of an item; called when all accessories are planned. */
    void look(Item item, ExposureRequest request) {
        request.unknown().forEach(word -> findings.fault(item.name(), unknown(word)));
        oddOptions(request).forEach(text -> findings.note(item.name(), text));
        if (request.onlyMembers() && item.type() != ItemType.GROUP) {
            findings.fault(item.name(), Vocabulary.GROUP_ONLY + " is for groups.");
        }
        if (request.options()
                .text("instance")
                .filter(text -> !text.trim().matches("\\d{1,4}"))
                .isPresent()) {
            findings.note(item.name(), "Its option instance is no number, so it counts as 1.");
        }
        if (!findings.became(item.name()) && !findings.isExplained(item.name())) {
            findings.fault(
                    item.name(),
                    "No accessory takes it: note its type at the item, or at a group it is in." + lacking(request));
        }
    }

    private static String lacking(ExposureRequest request) {
        String others =
                request.lacking().stream().map(ExposureRequest.Part::toString).collect(Collectors.joining(" and "));
        return others.isEmpty() ? "" : " By its characteristics alone it would need " + others + " too.";
    }

    private String unknown(String word) {
        Optional<AccessoryType> hanging = vocabulary.leftOut(word);
        if (hanging.isPresent()) {
            return "\"" + word + "\" is left out because its " + hanging.get()
                    + " doesn't return from a call: see the log, and mend or restart its bundle.";
        }
        return "\"" + word + "\" is no accessory type or characteristic that is installed: "
                + vocabulary
                        .meant(word)
                        .map(meant -> "did you mean " + meant + "?")
                        .orElse("mend the spelling, or install the bundle that brings it.");
    }

    /** Options begin with a small letter; names of states and of characteristics, which are many, don't. */
    private Stream<String> oddOptions(ExposureRequest request) {
        return request.options().options().keySet().stream()
                .filter(option -> !option.isEmpty() && Character.isLowerCase(option.charAt(0)))
                .flatMap(option -> vocabulary.meantOption(option).stream()
                        .map(meant -> "Its option " + option + " isn't known: did you mean " + meant + "?"));
    }
}

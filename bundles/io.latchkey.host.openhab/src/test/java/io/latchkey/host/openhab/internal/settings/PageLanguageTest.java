// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.bridge.BridgeStatus.State;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openhab.core.config.core.ConfigDescription;
import org.openhab.core.config.core.ConfigDescriptionParameter;

/** A page is in one language: nothing of it but names, numbers and codes is the same in English and in German. */
class PageLanguageTest {
    /** Names that people and files have given, and what HomeKit and openHAB say in every language. */
    private static final Set<String> OF_NO_LANGUAGE =
            Set.of("Bridge <home>", "Bridge <home-2>", "Bridge <attic>", "482-13-975", "false");

    private final BridgePagesRig rig = new BridgePagesRig();

    @Test
    void nothingIsTheSameInBothLanguages() throws Exception {
        rig.configured("home");
        rig.bridges.ready("home", FakeBridges.CODE, 0);
        rig.bridges.further("home-2", "home");
        rig.bridges.absent("Lamp", "item Lamp isn't there");
        rig.configured("attic");
        rig.bridges.refused("attic", State.READY, "port", Optional.of(""));
        rig.admin.put(
                "io.latchkey.bridge~file",
                "io.latchkey.bridge",
                Map.of("id", "file", "felix.fileinstall.filename", "file:/etc/x.cfg"));
        BridgeForm form =
                new BridgeForm(Dictionaries.map(rig.admin.bridge("home").getProperties()));
        rig.outcomes.tell("io.latchkey.bridge~home", form, "reset.failed");
        for (String page : List.of("home", "attic", "file")) {
            compare(BridgePagesRig.page(page));
        }
        compare(BridgePagesRig.ADD_ON);
    }

    /** The words of the log are English; a German page says that they are the log's. */
    @Test
    void wordsOfTheLogAreMarkedAsSuch() {
        rig.configured("home");
        rig.bridges.readyWith("home", "the disk is full");
        String details = rig.first(BridgePagesRig.HOME, Locale.GERMAN)
                .findFirst()
                .orElseThrow()
                .getDescription();
        assertTrue(details.startsWith("Meldung aus dem Log: „the disk is full“. "), details);
    }

    private void compare(URI page) {
        List<String> english = texts(rig.descriptions.getConfigDescription(page, Locale.ENGLISH));
        List<String> german = texts(rig.descriptions.getConfigDescription(page, Locale.GERMAN));
        assertEquals(english.size(), german.size());
        for (int each = 0; each < english.size(); each++) {
            String text = english.get(each);
            boolean isOfNoLanguage = text.isEmpty() || OF_NO_LANGUAGE.contains(text) || text.matches("(X-HM|file):.*");
            assertEquals(isOfNoLanguage, text.equals(german.get(each)), text + " / " + german.get(each));
        }
    }

    private static List<String> texts(ConfigDescription description) {
        List<String> texts = new ArrayList<>();
        for (ConfigDescriptionParameter each : description.getParameters()) {
            texts.add(each.getLabel());
            texts.add(Optional.ofNullable(each.getDescription()).orElse(""));
            texts.add(Optional.ofNullable(each.getDefault()).orElse(""));
        }
        description.getParameterGroups().forEach(group -> {
            texts.add(group.getLabel());
            texts.add(group.getDescription());
        });
        return texts;
    }
}

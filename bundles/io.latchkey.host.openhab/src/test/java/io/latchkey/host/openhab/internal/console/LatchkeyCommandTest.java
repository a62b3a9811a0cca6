// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.testing.InlineContributors;
import io.latchkey.api.verb.Verb;
import io.latchkey.api.verb.VerbResult;
import io.latchkey.api.verb.VerbResult.Output;
import io.latchkey.api.verb.VerbText;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person sees who types {@code openhab:latchkey}. */
class LatchkeyCommandTest {
    private final LatchkeyCommand command = new LatchkeyCommand(new InlineContributors());
    private final List<String> runs = new ArrayList<>();
    private final PrintedConsole said = new PrintedConsole();
    private final Sample accessories = new Sample("accessories", "[BRIDGE]");

    @BeforeEach
    void verbsAreThere() {
        accessories.answer = VerbResult.done(new Output.Table(
                List.of("Bridge", "aid", "Name", "Present"),
                List.of(List.of("home", "2", "Lamp", "yes"), List.of("home", "3", "Old heater", "away"))));
        command.addVerb(accessories);
        command.addVerb(new Sample("reset", "BRIDGE"));
    }

    @Test
    void aloneItListsTheVerbs() {
        run();
        assertEquals(
                List.of("latchkey accessories [BRIDGE] - Does it.", "latchkey reset BRIDGE - Does it."), said.usages);
        assertEquals(said.usages, command.getUsages());
    }

    @Test
    void runsAVerb() {
        run("reset", "home");
        assertEquals(List.of("reset [home]"), runs);
        assertEquals("done\n", said.text.toString());
    }

    @Test
    void tablesAreColumns() {
        run("accessories");
        assertEquals(
                "Bridge  aid  Name        Present\nhome    2    Lamp        yes\nhome    3    Old heater  away\n",
                said.text.toString());
    }

    @Test
    void whoDrawsBetterDoesIt() {
        VerbText drawn = outputs -> "drawn " + outputs.size();
        command.setRendering(drawn);
        run("reset");
        command.unsetRendering(drawn);
        run("reset");
        assertEquals("drawn 1done\n", said.text.toString());
    }

    @Test
    void aQrCodeIsShownAsItsText() {
        assertEquals("QR code of X-HM://1\n", PlainOutput.of(List.of(new Output.Qr("X-HM://1"))));
    }

    @Test
    void aVerbThatIsGoneIsNotKnown() {
        command.removeVerb(accessories);
        run("accessories");
        assertTrue(said.text.toString().startsWith("There is no verb accessories"));
    }

    @ParameterizedTest
    @CsvSource({
        "clearPairings,, reset [home]",
        "clearPairings, 2, reset [instance-2]",
        "clearPairings, 1, reset [home]",
        "clearPairings, villa, reset [villa]",
        "list,, accessories []"
    })
    void oldWordsRunWhatDoesTheSameToday(String word, String argument, String expected) {
        if (argument == null) {
            run(word);
        } else {
            run(word, argument);
        }
        assertEquals(List.of(expected), runs);
    }

    @Test
    void showFindsByPartOfNameOrNumber() {
        run("show", "lam");
        assertTrue(said.text.toString().contains("Lamp"));
        assertFalse(said.text.toString().contains("heater"));
    }

    @Test
    void dummiesAreThoseThatAreAway() {
        run("listDummyAccessories");
        assertFalse(said.text.toString().contains("Lamp"));
        assertTrue(said.text.toString().contains("Old heater"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pruneDummyAccessories", "clearDummyAccessories", "allowUnauthenticated"})
    void whatDoesNotExistAnyMoreSaysWhy(String word) {
        run(word, "true");
        assertEquals(List.of(), runs);
        assertTrue(said.text.length() > 60, said.text.toString());
    }

    @Test
    void completesVerbsAndOldWords() {
        List<String> candidates = new ArrayList<>();
        assertTrue(command.getCompleter().complete(new String[] {"re"}, 0, 2, candidates));
        assertEquals(List.of("reset"), candidates);
        candidates.clear();
        assertTrue(command.complete(new String[] {"clear"}, 0, 1, candidates));
        assertEquals(List.of("clearDummyAccessories", "clearPairings"), candidates);
    }

    @Test
    void completesArgumentsByTheVerb() {
        accessories.candidates = List.of("home", "hut", "villa");
        List<String> candidates = new ArrayList<>();
        assertTrue(command.complete(new String[] {"accessories", "h"}, 1, 1, candidates));
        assertEquals(List.of("home", "hut"), candidates);
        assertFalse(command.complete(new String[] {"unknown", ""}, 1, 0, new ArrayList<>()));
        assertFalse(command.complete(new String[0], 0, 0, new ArrayList<>()));
    }

    private void run(String... words) {
        command.execute(words, said);
    }

    /** A verb that answers what the test says. */
    private final class Sample implements Verb {
        private final String name;
        private final String usage;
        private VerbResult answer = VerbResult.done("done");
        private List<String> candidates = List.of();

        Sample(String name, String usage) {
            this.name = name;
            this.usage = usage;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public String description() {
            return "Does it.";
        }

        @Override
        public String usage() {
            return usage;
        }

        @Override
        public List<String> complete(List<String> arguments) {
            return candidates;
        }

        @Override
        public VerbResult run(List<String> arguments) {
            runs.add(name + " " + arguments);
            return answer;
        }
    }
}

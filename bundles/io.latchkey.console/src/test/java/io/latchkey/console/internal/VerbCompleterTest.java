// SPDX-License-Identifier: EPL-2.0
package io.latchkey.console.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Session;
import org.junit.jupiter.api.Test;

/** What the shell offers when a person presses TAB. */
class VerbCompleterTest {
    private final FakeVerb verb = new FakeVerb("send");
    private final Session session = FakeShell.session("latchkey:send", false);

    @Test
    void theNameIsCompletedWithAndWithoutItsScope() {
        assertEquals(List.of("send"), completed(false, FakeShell.line("se")));
        assertEquals(List.of("latchkey:send"), completed(false, FakeShell.line("latch")));
        assertEquals(List.of(), completed(true, FakeShell.line("latch")));
        assertEquals(List.of("send"), completed(true, FakeShell.line("s")));
    }

    @Test
    void theVerbSeesWhatWasTypedAndItsOffersAreNarrowed() {
        verb.candidates = List.of("Lamp", "Ladder", "Heater");
        assertEquals(List.of("Ladder", "Lamp"), completed(false, FakeShell.line("latchkey:send", "La")));
        assertEquals(List.of("Heater", "Ladder", "Lamp"), completed(false, FakeShell.line("send", "")));
        assertEquals(List.of(List.of("La"), List.of("")), verb.completions);
    }

    @Test
    void laterArgumentsComeWithTheEarlierOnes() {
        verb.candidates = List.of("ON", "OFF");
        assertEquals(List.of("OFF", "ON"), completed(false, FakeShell.line("latchkey:send", "Lamp", "O")));
        assertEquals(List.of(List.of("Lamp", "O")), verb.completions);
    }

    @Test
    void linesOfOtherCommandsAreNoneOfItsBusiness() {
        verb.candidates = List.of("Lamp");
        List<String> candidates = new ArrayList<>();
        Session other = FakeShell.session("bundle:list", false);
        CommandLine line = FakeShell.line("list", "");
        assertEquals(-1, new VerbCompleter(verb, false).complete(other, line, candidates));
        assertTrue(candidates.isEmpty());
        assertTrue(verb.completions.isEmpty());
    }

    private List<String> completed(boolean scoped, CommandLine line) {
        List<String> candidates = new ArrayList<>();
        new VerbCommand(verb).getCompleter(scoped).complete(session, line, candidates);
        return candidates.stream().map(String::trim).toList();
    }
}

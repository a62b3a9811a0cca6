// SPDX-License-Identifier: EPL-2.0
package io.latchkey.console.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.latchkey.api.testing.InlineContributors;
import java.util.List;
import org.apache.karaf.shell.api.console.Command;
import org.junit.jupiter.api.Test;

/** Commands come and go with the services behind them. */
class VerbCommandsTest {
    private final FakeShell shell = new FakeShell();
    private final VerbCommands commands = new VerbCommands(shell.factory(), new InlineContributors());

    @Test
    void commandsComeAndGoWithTheirVerbs() {
        FakeVerb bridges = new FakeVerb("bridges");
        FakeVerb items = new FakeVerb("items");
        commands.addVerb(bridges);
        commands.addVerb(items);
        assertEquals(List.of("bridges", "items"), names());
        commands.removeVerb(bridges);
        assertEquals(List.of("items"), names());
        commands.addVerb(bridges);
        assertEquals(List.of("items", "bridges"), names());
    }

    @Test
    void aVerbThatIsNotKnownIsNotMissed() {
        commands.addVerb(new FakeVerb("items"));
        commands.removeVerb(new FakeVerb("items"));
        assertEquals(List.of("items"), names());
    }

    @Test
    void nothingStaysBehindWhenTheBundleStops() {
        commands.addVerb(new FakeVerb("bridges"));
        commands.addVerb(new FakeVerb("items"));
        commands.close();
        assertEquals(List.of(), names());
    }

    private List<String> names() {
        return shell.registered.stream()
                .map(command -> ((Command) command).getName())
                .toList();
    }
}

// SPDX-License-Identifier: EPL-2.0
package io.latchkey.console.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.verb.VerbResult;
import io.latchkey.api.verb.VerbResult.Output;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A command typed into the shell, and what comes back through its pipe. */
class VerbCommandTest {
    private final FakeVerb verb = new FakeVerb("send");
    private final VerbCommand command = new VerbCommand(verb);
    private final Session session = FakeShell.session("latchkey:send", false);
    private final ByteArrayOutputStream typed = new ByteArrayOutputStream();
    private final PrintStream before = System.out;

    @BeforeEach
    void bindThePipe() {
        System.setOut(new PrintStream(typed, true, StandardCharsets.US_ASCII));
    }

    @AfterEach
    void giveItBack() {
        System.setOut(before);
    }

    @Test
    void isNamedAfterTheVerb() {
        assertEquals("latchkey", command.getScope());
        assertEquals("send", command.getName());
        assertEquals("Does send.", command.getDescription());
    }

    @Test
    void argumentsReachTheVerbAsText() throws Exception {
        command.execute(session, Arrays.asList("Lamp", 50, true, null));
        assertEquals(List.of(List.of("Lamp", "50", "true", "null")), verb.runs);
        assertEquals("done\n", shown());
    }

    @Test
    void tablesAreFramedInUtf8WhateverTheLocale() throws Exception {
        verb.answer = VerbResult.done(new Output.Table(
                List.of("Name", "State"), List.of(List.of("K\u00fcche", "ON"), List.of("Bad", "OFF"))));
        command.execute(session, List.of());
        String[] lines = shown().split("\n");
        assertEquals(4, lines.length);
        assertEquals(List.of("Name", "State"), cells(lines[0]));
        assertTrue(lines[1].matches("\u2500+\u253c\u2500+"), lines[1]);
        assertEquals(List.of("K\u00fcche", "ON"), cells(lines[2]));
        assertEquals(List.of("Bad", "OFF"), cells(lines[3]));
    }

    @Test
    void anEmptyTableSaysSo() throws Exception {
        verb.answer = VerbResult.done(new Output.Table(List.of("Name"), List.of()));
        command.execute(session, List.of());
        assertTrue(shown().endsWith("None\n"), shown());
    }

    @Test
    void qrCodesAreDrawnAsTheTerminalCan() throws Exception {
        verb.answer = VerbResult.done(new Output.Qr("X-HM://0023ISYWY1OSX"));
        command.execute(FakeShell.session("latchkey:send", true), List.of());
        assertEquals(QrBlocks.draw("X-HM://0023ISYWY1OSX", true), shown());
    }

    @Test
    void aRefusalIsShownAndFailsTheCommand() {
        verb.answer = VerbResult.failed("There is no item Lmap. Did you mean Lamp?");
        CommandException refusal =
                assertThrows(CommandException.class, () -> command.execute(session, List.of("Lmap")));
        assertEquals("There is no item Lmap. Did you mean Lamp?\n", shown());
        assertEquals("", refusal.getNiceHelp(), "it is said once");
    }

    @Test
    void aReportOfFaultsReachesTheProgramBehindThePipeAsItIs() {
        verb.answer = new VerbResult(1, List.of(new Output.Text("{\n  \"faults\": 1\n}")));
        assertThrows(CommandException.class, () -> command.execute(session, List.of("--json")));
        assertEquals("{\n  \"faults\": 1\n}\n", shown());
    }

    @Test
    void helpShowsTheUsageAndRunsNothing() throws Exception {
        command.execute(session, List.of("--help"));
        assertTrue(shown().contains("latchkey:send ITEM COMMAND"), shown());
        assertTrue(shown().contains("Does send."), shown());
        assertTrue(verb.runs.isEmpty());
    }

    private String shown() {
        return typed.toString(StandardCharsets.UTF_8);
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.split("\u2502")).map(String::trim).toList();
    }
}

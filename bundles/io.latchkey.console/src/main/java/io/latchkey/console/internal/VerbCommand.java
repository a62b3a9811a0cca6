// SPDX-License-Identifier: EPL-2.0
package io.latchkey.console.internal;

import io.latchkey.api.verb.Verb;
import io.latchkey.api.verb.VerbResult;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.karaf.shell.api.console.Command;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Parser;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;

/**
 * Shows one verb as the Karaf command {@code latchkey:NAME}. Runs on the thread of the shell session that typed it. What a
 * verb says leaves through the pipe whatever its status is, so that a program can read a report of what is at fault; the
 * status alone makes the command fail, with nothing more to say.
 */
final class VerbCommand implements Command {
    static final String SCOPE = "latchkey";
    private static final String HELP = "--help";

    private final Verb verb;

    VerbCommand(Verb verb) {
        this.verb = verb;
    }

    @Override
    public String getScope() {
        return SCOPE;
    }

    @Override
    public String getName() {
        return verb.name();
    }

    @Override
    public String getDescription() {
        return verb.description();
    }

    @Override
    public Completer getCompleter(boolean scoped) {
        return new VerbCompleter(verb, scoped);
    }

    @Override
    public Parser getParser() {
        return null;
    }

    @Override
    public Object execute(Session session, List<Object> arguments) throws CommandException {
        List<String> words = arguments.stream().map(String::valueOf).toList();
        if (words.contains(HELP)) {
            print(help());
            return null;
        }
        VerbResult result = verb.run(words);
        print(Rendering.of(result.outputs(), hasColours(session)));
        if (result.status() != 0) {
            throw new CommandException("", getName() + " has status " + result.status());
        }
        return null;
    }

    private String help() {
        String usage = (SCOPE + ":" + verb.name() + " " + verb.usage()).stripTrailing();
        return verb.description() + "\n\n    " + usage + "\n";
    }

    private static boolean hasColours(Session session) {
        return session.getTerminal() != null && session.getTerminal().isAnsiSupported();
    }

    /**
     * The shell binds the standard output of this thread to the pipe behind the command, which no other object gives. The
     * bytes are UTF-8 whatever the locale, because a service often runs without one.
     */
    private static void print(String text) {
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        out.print(text);
        out.flush();
    }
}

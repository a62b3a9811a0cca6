// SPDX-License-Identifier: EPL-2.0
package io.latchkey.console.internal;

import io.latchkey.api.verb.Verb;
import java.util.Arrays;
import java.util.List;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/**
 * Completes the name of a verb's command and then what the verb offers. The shell asks the completers of all commands
 * for each line, so it stays silent on lines that begin with another command.
 */
final class VerbCompleter implements Completer {
    private static final int SILENT = -1;

    private final Verb verb;
    private final String qualified;
    private final List<String> names;

    /**
     * A completer.
     *
     * @param scoped whether the shell is inside the scope, where only the short name is typed
     */
    VerbCompleter(Verb verb, boolean scoped) {
        this.verb = verb;
        this.qualified = VerbCommand.SCOPE + ":" + verb.name();
        this.names = scoped ? List.of(verb.name()) : List.of(verb.name(), qualified);
    }

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        int cursor = line.getCursorArgumentIndex();
        if (cursor == 0) {
            return new StringsCompleter(names).complete(session, line, candidates);
        }
        String[] words = line.getArguments();
        if (!qualified.equals(session.resolveCommand(words[0]))) {
            return SILENT;
        }
        List<String> arguments = Arrays.asList(words).subList(1, Math.min(cursor + 1, words.length));
        return new StringsCompleter(verb.complete(arguments)).complete(session, line, candidates);
    }
}

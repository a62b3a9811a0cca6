// SPDX-License-Identifier: EPL-2.0
package io.latchkey.console.internal;

import io.latchkey.api.verb.Verb;
import io.latchkey.api.verb.VerbResult;
import java.util.ArrayList;
import java.util.List;

/** A verb that answers what the test says and remembers what it was asked. */
final class FakeVerb implements Verb {
    final List<List<String>> runs = new ArrayList<>();
    final List<List<String>> completions = new ArrayList<>();
    VerbResult answer = VerbResult.done("done");
    List<String> candidates = List.of();

    private final String name;

    FakeVerb(String name) {
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String description() {
        return "Does " + name + ".";
    }

    @Override
    public String usage() {
        return "ITEM COMMAND";
    }

    @Override
    public List<String> complete(List<String> arguments) {
        completions.add(List.copyOf(arguments));
        return candidates;
    }

    @Override
    public VerbResult run(List<String> arguments) {
        runs.add(arguments);
        return answer;
    }
}

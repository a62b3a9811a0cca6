// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.local.internal;

import java.util.ArrayList;
import java.util.List;

/** Finds the line on which each entry of a JSON array begins, which the JSON library doesn't tell. */
final class EntryLines {
    private final String text;
    private final List<Integer> lines = new ArrayList<>();
    private int depth;
    private boolean expected;

    private EntryLines(String text) {
        this.text = text;
    }

    /** The lines, from 1, of the elements of the outermost array; the text must be valid JSON. */
    static List<Integer> of(String text) {
        return new EntryLines(text).scan();
    }

    private List<Integer> scan() {
        int line = 1;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '\n') {
                line++;
            } else if (!Character.isWhitespace(c)) {
                at = take(c, at, line);
            }
        }
        return lines;
    }

    private int take(char c, int at, int line) {
        boolean begins = expected && depth == 1 && c != ']' && c != ',';
        if (begins) {
            lines.add(line);
            expected = false;
        }
        switch (c) {
            case '[', '{' -> expected = ++depth == 1;
            case ']', '}' -> depth--;
            case ',' -> expected = depth == 1;
            case '"' -> {
                return endOfString(at);
            }
            default -> {}
        }
        return at;
    }

    private int endOfString(int start) {
        int at = start + 1;
        while (at < text.length() && text.charAt(at) != '"') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        return at;
    }
}

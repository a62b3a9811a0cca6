// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.verb;

import java.util.List;

/**
 * What a verb answers.
 *
 * @param status 0 when done, anything else when not
 * @param outputs what to show, in this order
 */
public record VerbResult(int status, List<Output> outputs) {

    public VerbResult {
        outputs = List.copyOf(outputs);
    }

    /**
     * Something to show. Names and ids in it may be what strangers have chosen, so what a terminal would obey (control
     * characters, those that turn the direction of writing) is written out as <code>&#92;u001b</code>.
     */
    public sealed interface Output {

        /**
         * A table.
         *
         * @param headers one for each column
         * @param rows as many cells as headers in each
         */
        record Table(List<String> headers, List<List<String>> rows) implements Output {
            public Table {
                headers = List.copyOf(headers);
                rows = rows.stream()
                        .map(row -> row.stream().map(ForeignText::line).toList())
                        .toList();
                for (List<String> row : rows) {
                    if (row.size() != headers.size()) {
                        throw new IllegalArgumentException("a row has as many cells as there are headers");
                    }
                }
            }
        }

        /**
         * Lines of text.
         *
         * @param text with line feeds between lines
         */
        record Text(String text) implements Output {
            public Text {
                text = ForeignText.lines(text);
            }
        }

        /**
         * A QR code. May hold a setup code, so it hides itself from logs.
         *
         * @param payload what it says
         */
        record Qr(String payload) implements Output {
            @Override
            public String toString() {
                return "Qr[hidden]";
            }
        }
    }

    /** Done, and this is what there is to see. */
    public static VerbResult done(Output... outputs) {
        return new VerbResult(0, List.of(outputs));
    }

    /** Done, in one line. */
    public static VerbResult done(String text) {
        return done(new Output.Text(text));
    }

    /** Not done: what is wrong and how to do it right. */
    public static VerbResult failed(String text) {
        return new VerbResult(1, List.of(new Output.Text(text)));
    }
}

// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.console;

import io.latchkey.api.verb.VerbResult.Output;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What verbs answer as text, where nothing is there that draws better: columns, and the text of a QR code. Pure. */
final class PlainOutput {
    private PlainOutput() {}

    /** Lines, each with a line feed at its end. */
    static String of(List<Output> outputs) {
        return outputs.stream().map(PlainOutput::of).collect(Collectors.joining());
    }

    private static String of(Output output) {
        if (output instanceof Output.Table table) {
            return columns(table);
        }
        if (output instanceof Output.Qr qr) {
            return "QR code of " + qr.payload() + "\n";
        }
        return ((Output.Text) output).text().stripTrailing() + "\n";
    }

    private static String columns(Output.Table table) {
        List<List<String>> lines = new ArrayList<>(List.of(table.headers()));
        lines.addAll(table.rows());
        int[] widths = IntStream.range(0, table.headers().size())
                .map(column -> lines.stream()
                        .mapToInt(line -> line.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        return lines.stream().map(line -> line(line, widths)).collect(Collectors.joining());
    }

    private static String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String cell = cells.get(column);
            line.append(cell).append(" ".repeat(widths[column] - cell.length() + 2));
        }
        return line.toString().stripTrailing() + "\n";
    }
}

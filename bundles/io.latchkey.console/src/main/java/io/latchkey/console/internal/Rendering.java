// SPDX-License-Identifier: EPL-2.0
package io.latchkey.console.internal;

import io.latchkey.api.verb.VerbResult.Output;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.karaf.shell.support.table.ShellTable;

/**
 * Turns what a verb answers into text for a terminal: Karaf's framed tables, plain lines, QR codes in blocks. Pure; the
 * caller writes the text where it belongs.
 */
final class Rendering {
    private Rendering() {}

    /**
     * The text of these outputs.
     *
     * @param colours whether the terminal understands ANSI colours
     * @return lines, each with a line feed at its end
     */
    static String of(List<Output> outputs, boolean colours) {
        StringBuilder text = new StringBuilder();
        for (Output output : outputs) {
            text.append(of(output, colours));
        }
        return text.toString();
    }

    private static String of(Output output, boolean colours) {
        if (output instanceof Output.Table table) {
            return framed(table);
        }
        if (output instanceof Output.Qr qr) {
            return QrBlocks.draw(qr.payload(), colours);
        }
        return ((Output.Text) output).text().stripTrailing() + '\n';
    }

    private static String framed(Output.Table table) {
        ShellTable frame = new ShellTable().emptyTableText("None");
        table.headers().forEach(frame::column);
        for (List<String> row : table.rows()) {
            frame.addRow().addContent(List.<Object>copyOf(row));
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8);
        frame.print(out, StandardCharsets.UTF_8, true);
        out.flush();
        return bytes.toString(StandardCharsets.UTF_8);
    }
}

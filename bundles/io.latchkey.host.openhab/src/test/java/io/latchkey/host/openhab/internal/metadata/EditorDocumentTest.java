// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Keeps docs/openhab-metadata-editor.md true: its table is what our types have and openHAB's editor doesn't. With the system
 * property {@code latchkey.documents=write} the table is written anew instead of compared.
 */
class EditorDocumentTest {
    private static final Path DOCUMENT = Path.of("..", "..", "docs", "openhab-metadata-editor.md");
    private static final String HEAD = "| type | roles | options |\n|---|---|---|\n";

    /** Those that are so for every type, of which the page speaks as a whole. */
    private static final Set<String> OF_ALL = Set.of("instance");

    @Test
    void thePageNamesWhatTheEditorLacks() throws Exception {
        String made = HEAD + String.join("", rows(TypesDocument.read(), editor()));
        String text = Files.readString(DOCUMENT);
        List<String> others = text.lines().filter(line -> !line.startsWith("|")).toList();
        int table = others.indexOf("## What the editor lacks") + 4;
        if (System.getProperty("latchkey.documents", "").equals("write")) {
            List<String> lines = new ArrayList<>(others);
            lines.addAll(table, made.lines().toList());
            Files.writeString(DOCUMENT, String.join("\n", lines) + "\n");
            text = Files.readString(DOCUMENT);
        }
        assertEquals(
                made,
                text.lines().filter(line -> line.startsWith("|")).collect(Collectors.joining("\n", "", "\n")),
                "the table is not what the types declare; write it anew with -Dlatchkey.documents=write");
    }

    /** What people can choose there must work: all of its types and characteristics are ours, too. */
    @Test
    void whatTheEditorOffersIsUnderstood() throws Exception {
        TypesDocument types = TypesDocument.read();
        for (String value : editor().keySet()) {
            String type = value.replaceFirst("\\..*", "");
            String role = value.substring(value.indexOf('.') + 1);
            boolean isKnown = type.equals("AccessoryGroup")
                    || types.roles().containsKey(type)
                            && (role.equals(type)
                                    || role.equals("Name")
                                    || types.roles().get(type).stream().anyMatch(names -> names.contains(role)));
            assertTrue(isKnown, value);
        }
    }

    private static List<String> rows(TypesDocument types, Map<String, Set<String>> editor) {
        List<String> rows = new ArrayList<>();
        types.roles().forEach((type, roles) -> {
            if (!editor.containsKey(type)) {
                rows.add("| **" + type + "** | all | all |\n");
                return;
            }
            Set<String> lackedRoles = roles.stream()
                    .filter(names -> names.stream().noneMatch(name -> editor.containsKey(type + "." + name)))
                    .map(names -> names.get(0))
                    .collect(Collectors.toCollection(TreeSet::new));
            Set<String> lackedOptions = new TreeSet<>(types.options().get(type));
            lackedOptions.removeAll(offered(type, editor));
            if (!lackedRoles.isEmpty() || !lackedOptions.isEmpty()) {
                rows.add("| " + type + " | " + words(lackedRoles) + " | " + words(lackedOptions) + " |\n");
            }
        });
        return rows;
    }

    private static Set<String> offered(String type, Map<String, Set<String>> editor) {
        Set<String> offered = new HashSet<>(OF_ALL);
        editor.forEach((value, options) -> {
            if (value.equals(type) || value.startsWith(type + ".")) {
                offered.addAll(options);
            }
        });
        return offered;
    }

    private static String words(Set<String> words) {
        return words.stream().map(word -> "`" + word + "`").collect(Collectors.joining(" "));
    }

    /** The options that the editor has for each value. */
    private static Map<String, Set<String>> editor() throws IOException {
        Map<String, Set<String>> editor = new TreeMap<>();
        try (InputStream in = EditorDocumentTest.class.getResourceAsStream("mainui-words.txt")) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(":", 2))
                    .forEach(parts -> editor.put(
                            parts[0],
                            new HashSet<>(Arrays.asList(parts[1].trim().split(" ")))));
        }
        return editor;
    }
}

// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.semantic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Keeps the table in docs/semantic.md true. With the system property {@code latchkey.documents=write} it is written anew
 * instead of compared.
 */
class SemanticDocumentTest {
    private static final Path DOCUMENT = Path.of("..", "..", "docs", "semantic.md");
    private static final String HEAD = "| equipment | in Home |\n|---|---|\n";
    private static final Map<String, String> WORDS =
            Map.of("Equipment", "any other", "Point", "a Point without equipment", "Any", "with any of them");

    @Test
    void documentTellsWhatTheTableSays() throws IOException {
        String text = Files.readString(DOCUMENT);
        String before = text.contains(HEAD) ? text.substring(0, text.indexOf(HEAD)) : text;
        String made = before + HEAD + rows();
        if (System.getProperty("latchkey.documents", "").equals("write")) {
            Files.writeString(DOCUMENT, made);
        }
        assertEquals(
                Files.readString(DOCUMENT),
                made,
                "docs/semantic.md is not what the table says; write it anew with -Dlatchkey.documents=write");
    }

    private static String rows() {
        return SemanticRules.offers().entrySet().stream()
                .map(row ->
                        "| " + WORDS.getOrDefault(row.getKey(), row.getKey()) + " | " + cell(row.getValue()) + " |\n")
                .collect(Collectors.joining());
    }

    private static String cell(EquipmentServices offer) {
        String main = offer.main().isEmpty() ? "what its Points are" : words(offer.main(), " or ");
        String further = offer.further().isEmpty() ? "" : "; also " + words(offer.further(), ", ");
        return main + further + (offer.remark().isEmpty() ? "" : ". " + offer.remark());
    }

    private static String words(List<ServiceChoice> choices, String between) {
        return choices.stream().map(ServiceChoice::type).collect(Collectors.joining(between));
    }
}

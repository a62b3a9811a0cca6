// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.concurrent.ContributorFailure;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The texts of a diagnosis are fit for a person's terminal, whoever made them. */
class DiagnosisTextTest {
    @Test
    void everyTextOfADiagnosisIsShownSoWhoeverMadeIt() {
        Diagnosis drawing = Diagnosis.mend("test-code", "home", "a\u001bb", "c\u0007d", "e\rf" + "x".repeat(10_000));
        assertEquals("a\\u001bb", drawing.seen());
        assertEquals("c\\u0007d", drawing.why());
        assertTrue(drawing.cure().startsWith("e\\u000dfxxx") && drawing.cure().length() < 5_000);
    }

    @Test
    void accessoriesThatSufferFromAContributorAreNamedUpToTen() {
        ContributorFailure failure = new ContributorFailure("accessory type org.example.Pool", "toValue", "threw X");
        String one = ContributorDiagnosis.of(List.of(failure), contributor -> List.of("Pool", "Attic"))
                .orElseThrow()
                .seen();
        assertTrue(one.endsWith("org.example.Pool in toValue (threw X), from which suffer: Attic, Pool."), one);
        List<String> many =
                IntStream.range(0, 149).mapToObj(each -> "Lamp " + each).toList();
        String all = ContributorDiagnosis.of(Collections.nCopies(12, failure), contributor -> many)
                .orElseThrow()
                .seen();
        assertTrue(all.contains(" and others") && all.length() < 3_000, all);
    }
}

// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.concurrent.ContributorFailure;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What strangers write, in texts for people: seen as it is, and not longer than a person reads. */
class ForeignTextTest {

    @Test
    void whatIsSeenStaysAsItIs() {
        assertEquals("Küche \"1\" – 灯 😀", ForeignText.name("Küche \"1\" – 灯 😀"));
    }

    @Test
    void whatDrawsMovesOrHidesIsShownByItsNumber() {
        assertEquals(
                "\\u{1b}[2J\\u{a}a\\u{202e}b\\u{200b}\\u{2028}", ForeignText.name("\u001b[2J\na\u202eb\u200b\u2028"));
        assertEquals("\\u{d800}", ForeignText.name("\ud800"));
    }

    @Test
    void longNameIsCut() {
        assertEquals(81, ForeignText.name("x".repeat(10_000)).length());
    }

    @Test
    void everyTextOfADiagnosisIsShownSoWhoeverMadeIt() {
        Diagnosis drawing = Diagnosis.mend("test-code", "home", "a\u001bb", "c\u0007d", "e\rf" + "x".repeat(10_000));
        assertEquals("a\\u{1b}b", drawing.seen());
        assertEquals("c\\u{7}d", drawing.why());
        assertTrue(drawing.cure().startsWith("e\\u{d}fxxx") && drawing.cure().length() < 5_000);
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

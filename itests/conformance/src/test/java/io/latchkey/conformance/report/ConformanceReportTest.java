// SPDX-License-Identifier: EPL-2.0
package io.latchkey.conformance.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** What a reader learns of a run. */
class ConformanceReportTest {
    private static final Explanation CAME =
            new Explanation("A frame of 5,000 bytes", "the connection closed", "\"HTTP/1.1 200 OK\" <html> & more");
    private static final Explanation NEEDS = new Explanation("", "", "needs test accessory");
    private static final ConformanceReport REPORT = ConformanceReport.of(
            "host:1",
            List.of(
                    new Finding(1, "First", Verdict.CONFORMS, Explanation.NONE),
                    new Finding(33, "Long frames end the session", Verdict.CONFORMS, Explanation.NONE),
                    new Finding(33, "Whole long frames end the session", Verdict.DIFFERS, CAME),
                    new Finding(39, "Counters have 64 bits", Verdict.OWN_CLASSES, Explanation.NONE),
                    new Finding(99, "Some bounds", Verdict.OWN_CLASSES, Explanation.NONE),
                    new Finding(99, "Other bounds", Verdict.CONFORMS, Explanation.NONE),
                    new Finding(109, "A stuck one", Verdict.CONFORMS, Explanation.NONE),
                    new Finding(109, "A slow one", Verdict.NEEDS_TEST_ACCESSORY, NEEDS)));

    @Test
    void allBehavioursAreThereByNumber() {
        assertEquals(147, REPORT.behaviours().size());
        for (int i = 0; i < ConformanceReport.BEHAVIOURS; i++) {
            assertEquals(i + 1, REPORT.behaviours().get(i).number());
        }
    }

    @Test
    void oneTestThatDiffersDecides() {
        assertEquals(Verdict.DIFFERS, verdict(33));
        assertEquals("Long frames end the session", REPORT.behaviours().get(32).title());
        assertEquals(List.of(REPORT.behaviours().get(32)), REPORT.differing());
    }

    @Test
    void whatNeedsATestAccessoryNeverCountsAsPassed() {
        assertEquals(Verdict.NEEDS_TEST_ACCESSORY, verdict(109));
    }

    @Test
    void ownClassesDecideOnlyWhereNothingElseDoes() {
        assertEquals(Verdict.OWN_CLASSES, verdict(39));
        assertEquals(Verdict.CONFORMS, verdict(99));
    }

    @Test
    void whatNobodyHasTestedIsSaid() {
        assertEquals(Verdict.NOT_TESTED, verdict(2));
        assertEquals(Verdict.OWN_INSTANCE, verdict(131));
        assertEquals(Verdict.OWN_INSTANCE, verdict(137));
        assertEquals(
                Map.of(
                        Verdict.DIFFERS, 1L,
                        Verdict.NEEDS_TEST_ACCESSORY, 1L,
                        Verdict.NOT_TESTED, 135L,
                        Verdict.CONFORMS, 2L,
                        Verdict.OWN_CLASSES, 1L,
                        Verdict.OWN_INSTANCE, 7L),
                REPORT.counts());
    }

    @Test
    void textSaysWhatWasExpectedAndWhatCame() {
        assertEquals("""
                B33  Long frames end the session
                     Whole long frames end the session
                     done:     A frame of 5,000 bytes
                     expected: the connection closed
                     came:     "HTTP/1.1 200 OK" <html> & more

                host:1: 1 differs, 1 needs test accessory, 135 not tested, 2 conforms, 1 our own classes, 7 our own instance""", TextReport.of(REPORT).replace(System.lineSeparator(), "\n"));
    }

    @Test
    void pageStandsAloneAndEscapesWhatCame() {
        String page = HtmlReport.of(REPORT);
        assertTrue(page.contains("<dd>&quot;HTTP/1.1 200 OK&quot; &lt;html&gt; &amp; more</dd>"), page);
        assertTrue(page.contains("<td>B147</td>"), page);
        assertTrue(page.contains("<span class=\"verdict differs\">differs</span>"), page);
        assertFalse(page.contains("src=") || page.contains("href="), page);
        assertEquals(1, page.split("<h2>What differs</h2>", -1).length - 1);
    }

    @Test
    void pageOfAServerThatConformsNamesNoDifference() {
        ConformanceReport good =
                ConformanceReport.of("host:1", List.of(new Finding(1, "First", Verdict.CONFORMS, Explanation.NONE)));
        assertFalse(HtmlReport.of(good).contains("What differs"));
        assertTrue(good.differing().isEmpty());
    }

    @Test
    void numberComesFromTheDisplayName() {
        Optional<Finding> named = Finding.named("B104 Nothing is told unasked", Verdict.CONFORMS, Explanation.NONE);
        assertEquals(104, named.orElseThrow().behaviour());
        assertEquals("Nothing is told unasked", named.get().sentence());
        assertEquals(
                "B104 conforms             Nothing is told unasked", named.get().line());
        assertTrue(Finding.named("reset()", Verdict.CONFORMS, Explanation.NONE).isEmpty());
    }

    @Test
    void failuresOfTheSuiteAreTakenApart() {
        Throwable failure = new AssertionFailedError("A GET: expected 404, but came 200", "404", "200");
        assertEquals(new Explanation("A GET", "404", "200"), Explanation.of(failure));
        assertEquals(
                "A GET: expected 404, but came 200", Explanation.of(failure).line());
    }

    @Test
    void failuresOfJUnitAreTakenApart() {
        Throwable failure = assertThrows(AssertionError.class, () -> assertEquals(204, 207, "the status of a write"));
        assertEquals(new Explanation("the status of a write", "204", "207"), Explanation.of(failure));
        Throwable claim = assertThrows(AssertionError.class, () -> assertTrue(false, "no event came"));
        assertEquals(new Explanation("", "", "no event came"), Explanation.of(claim));
        Throwable bare = assertThrows(AssertionError.class, () -> Assertions.fail("expected silence, came: an event"));
        assertEquals("expected silence, came: an event", Explanation.of(bare).line());
    }

    @Test
    void otherFailuresAreSaidInWords() {
        assertCame("the end of the connection: closed within a body", new EOFException("closed within a body"));
        assertCame("the end of the connection: Broken pipe", new SocketException("Broken pipe"));
        assertCame("nothing in time: Read timed out", new SocketTimeoutException("Read timed out"));
        assertCame("what is no message: a trailer", new IOException("a trailer"));
        assertCame("needs a lamp", new TestAbortedException("needs a lamp"));
        assertCame("NullPointerException", new NullPointerException());
    }

    @Test
    void whatIsTooLongIsCut() {
        String came = Explanation.of(new AssertionError("x".repeat(100_000))).came();
        assertEquals("x".repeat(300) + " …", came);
    }

    private static void assertCame(String said, Exception failure) {
        assertEquals(said, Explanation.of(failure).came());
    }

    private static Verdict verdict(int number) {
        return REPORT.behaviours().get(number - 1).verdict();
    }
}

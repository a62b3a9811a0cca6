// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.verb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** What strangers write, in texts for people: seen as it is, and not longer than a person reads. */
class ForeignTextTest {

    @Test
    void whatIsSeenStaysAsItIs() {
        assertEquals("Küche \"1\" – 灯 😀", ForeignText.name("Küche \"1\" – 灯 😀"));
    }

    @Test
    void whatDrawsMovesOrHidesIsShownByItsNumber() {
        assertEquals("\\u001b[2J\\u000aa\\u202eb\\u200b\\u2028", ForeignText.name("\u001b[2J\na\u202eb\u200b\u2028"));
    }

    @Test
    void longNameIsCut() {
        assertEquals(81, ForeignText.name("x".repeat(10_000)).length());
    }
}

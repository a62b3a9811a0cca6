// SPDX-License-Identifier: EPL-2.0
package io.latchkey.conformance.report;

/** How a server stands to a behaviour, or why nobody knows; the weightiest first. */
public enum Verdict {
    /** A test has failed. */
    DIFFERS("differs"),
    /** It can only be seen on the test home, or on an accessory that this server doesn't have. */
    NEEDS_TEST_ACCESSORY("needs test accessory"),
    /** It isn't a question for this server. */
    NOT_APPLICABLE("not applicable"),
    /** No test has run. */
    NOT_TESTED("not tested"),
    /** All tests have passed. */
    CONFORMS("conforms"),
    /** It is about classes of Latchkey that no other server has; they are tested where Latchkey is built. */
    OWN_CLASSES("our own classes"),
    /** It can't be seen over the wire; it is tested on an instance of Latchkey where that is built. */
    OWN_INSTANCE("our own instance");

    private final String words;

    Verdict(String words) {
        this.words = words;
    }

    /** How a report calls it. */
    public String words() {
        return words;
    }
}

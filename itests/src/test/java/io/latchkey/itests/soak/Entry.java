// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.soak;

import java.util.Optional;

/**
 * An entry of a PUT and how it must end.
 *
 * @param address the members {@code aid} and {@code iid}
 * @param members the others, each with a comma before it
 * @param status how it must end
 * @param raise the number that is established when it ends well, if it writes one
 */
record Entry(String address, String members, int status, Optional<Raise> raise) {

    /** A number that is written. */
    record Raise(NumberedCharacteristic subject, long number) {}

    /** An entry that writes no number. */
    static Entry of(NumberedCharacteristic subject, String members, int status) {
        return new Entry(subject.address(), members, status, Optional.empty());
    }

    /** An entry that writes the next number of a subject, in the name of this connection. */
    static Entry raising(Talk talk, NumberedCharacteristic subject, String more) {
        long number = subject.issue();
        talk.ear().wrote(subject, number);
        String members = ",\"value\":" + subject.kind().json(number) + more;
        return new Entry(subject.address(), members, Kind.SUCCESS, Optional.of(new Raise(subject, number)));
    }

    /** The same with another end, at which no number is established. */
    Entry failing(int otherwise) {
        return new Entry(address, members, otherwise, Optional.empty());
    }

    /** Whether a write response is asked for. */
    boolean responds() {
        return members.contains("\"r\":true");
    }

    /** The body of a request with this entry alone. */
    String request() {
        return "{\"characteristics\":[" + json() + "]}";
    }

    String json() {
        return "{" + address + members + "}";
    }
}

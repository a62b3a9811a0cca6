// SPDX-License-Identifier: EPL-2.0
package io.latchkey.pairing;

import io.latchkey.api.tlv.Tlv8;

/** Numbers and texts that both sides write (HAP specification R2 chapter 5). */
final class Protocol {
    static final String SRP_USER = "Pair-Setup";

    static final int PAIR_SETUP = 0;
    static final int PAIR_SETUP_WITH_AUTH = 1;
    static final int PAIR_VERIFY = 2;
    static final int ADD_PAIRING = 3;
    static final int REMOVE_PAIRING = 4;
    static final int LIST_PAIRINGS = 5;

    static final long TRANSIENT = 0x0000_0010;
    static final long SPLIT = 0x0100_0000;

    static final String SETUP_M5 = "PS-Msg05";
    static final String SETUP_M6 = "PS-Msg06";
    static final String VERIFY_M2 = "PV-Msg02";
    static final String VERIFY_M3 = "PV-Msg03";

    private Protocol() {}

    /** A message that begins with its number. */
    static Tlv8.Builder message(int state) {
        return Tlv8.builder().integer(PairingTlv.STATE, state);
    }
}

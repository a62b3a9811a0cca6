// SPDX-License-Identifier: EPL-2.0
package io.latchkey.adaptive.internal;

import io.latchkey.api.tlv.Tlv8;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The messages of the characteristics Characteristic Value Transition Control and Supported Characteristic Value Transition
 * Configuration, as HAP-NodeJS has them.
 *
 * @param read the iid whose transition is asked for
 * @param update what a transition is to be
 */
record TransitionControl(OptionalLong read, Optional<TlvFields> update) {
    private static final int READ = 1;
    private static final int UPDATE = 2;
    private static final int CONFIGURATION = 1;
    private static final int IID = 1;
    private static final int TYPE = 2;
    private static final int BRIGHTNESS = 1;
    private static final int COLOR_TEMPERATURE = 2;
    private static final int STATUS = 1;
    private static final int PARAMETERS = 2;
    private static final int ELAPSED = 3;

    /**
     * Reads a request.
     *
     * @throws IllegalArgumentException when it is none
     */
    static TransitionControl of(byte[] request) {
        TlvFields fields = TlvFields.of(request);
        Optional<TlvFields> asked = fields.structure(READ);
        Optional<TlvFields> update = fields.structure(UPDATE)
                .map(each -> each.structure(CONFIGURATION).orElseThrow(() -> TlvFields.missing(CONFIGURATION)));
        return new TransitionControl(
                asked.map(each -> OptionalLong.of(each.required(IID))).orElse(OptionalLong.empty()), update);
    }

    /** Which characteristics of a lamp can follow a curve. */
    static byte[] supported(long brightness, long colorTemperature) {
        return Tlv8.builder()
                .bytes(CONFIGURATION, supports(brightness, BRIGHTNESS))
                .separator(0)
                .bytes(CONFIGURATION, supports(colorTemperature, COLOR_TEMPERATURE))
                .build()
                .bytes();
    }

    /** How a transition stands that has run for so many milliseconds. */
    static byte[] status(ValueTransition transition, long elapsed) {
        byte[] status = Tlv8.builder()
                .integer(IID, transition.iid())
                .bytes(PARAMETERS, transition.parameters().bytes())
                .integer(ELAPSED, elapsed)
                .build()
                .bytes();
        return Tlv8.builder().bytes(STATUS, status).build().bytes();
    }

    /**
     * Writes an answer.
     *
     * @param current the transition that was asked for
     * @param updated how the updated transition stands, no bytes for one that has ended
     */
    static byte[] answer(Optional<ValueTransition> current, Optional<byte[]> updated) {
        Tlv8.Builder answer = Tlv8.builder();
        current.ifPresent(
                transition -> answer.bytes(READ, transition.configuration().bytes()));
        updated.ifPresent(status -> answer.bytes(UPDATE, status));
        return answer.build().bytes();
    }

    private static byte[] supports(long iid, int type) {
        return Tlv8.builder().integer(IID, iid).integer(TYPE, type).build().bytes();
    }
}

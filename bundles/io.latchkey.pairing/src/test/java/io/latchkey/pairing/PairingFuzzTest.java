// SPDX-License-Identifier: EPL-2.0
package io.latchkey.pairing;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.latchkey.api.tlv.MalformedTlv8Exception;
import io.latchkey.api.tlv.Tlv8;
import java.util.Arrays;

/**
 * Fuzzes what a stranger on the network can reach. In a normal build only the kept inputs run; with {@code JAZZER_FUZZ=1}
 * Jazzer searches for new ones. Of the state machines' inputs the first byte chooses the point to start from, the rest
 * is one message.
 */
class PairingFuzzTest {

    @FuzzTest(maxDuration = "2m")
    void tlv8(byte[] bytes) {
        try {
            byte[] written = Tlv8.read(bytes).bytes();
            if (!Arrays.equals(bytes, written)) {
                throw new AssertionError("read and written differ");
            }
        } catch (MalformedTlv8Exception refused) {
            return;
        }
    }

    @FuzzTest(maxDuration = "2m")
    void pairSetup(byte[] input) {
        if (input.length > 0) {
            TranscriptStages.check(TranscriptStages.setup(input[0]).setup(message(input)));
        }
    }

    @FuzzTest(maxDuration = "2m")
    void pairVerify(byte[] input) {
        if (input.length > 0) {
            TranscriptStages.check(TranscriptStages.verify(input[0]).verify(message(input)));
        }
    }

    @FuzzTest(maxDuration = "2m")
    void pairings(byte[] bytes) {
        TranscriptStages.check(TranscriptStages.verify(0).pairings(TranscriptStages.administrator(), bytes));
    }

    @FuzzTest(maxDuration = "2m")
    void controller(byte[] input) {
        if (input.length > 0) {
            Conversation.Send<?> send = (Conversation.Send<?>)
                    (input[0] % 2 == 0
                            ? ControllerPairings.list()
                            : ControllerPairings.remove(TranscriptStages.administrator()));
            send.answered(message(input));
        }
    }

    private static byte[] message(byte[] input) {
        return Arrays.copyOfRange(input, 1, input.length);
    }
}

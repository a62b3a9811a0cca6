// SPDX-License-Identifier: EPL-2.0
package io.latchkey.controller.internal.json;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.latchkey.api.controller.AccessoryDescription;

/** Bodies as a hostile accessory might send them: read or refused, nothing else. */
class AnswerFuzzTest {

    @FuzzTest
    void accessories(byte[] body) {
        try {
            for (AccessoryDescription accessory : AnswerParser.accessories(body)) {
                accessory
                        .services()
                        .forEach(service -> service.characteristics()
                                .forEach(each -> assertTrue(each.type().isPresent(), each.toString())));
            }
        } catch (MalformedAnswerException refused) {
            assertFalse(refused.getMessage().isEmpty());
        }
    }

    @FuzzTest
    void characteristics(byte[] body) {
        try {
            AnswerParser.characteristics(body)
                    .forEach(report -> assertFalse(report.toString().isEmpty()));
        } catch (MalformedAnswerException refused) {
            assertFalse(refused.getMessage().isEmpty());
        }
    }
}

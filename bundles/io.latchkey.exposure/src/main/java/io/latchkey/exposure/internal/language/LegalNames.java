// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.language;

import io.latchkey.api.model.LegalName;

/** Finds a name that iOS takes for what comes from an item. Stateless. */
public final class LegalNames {
    private LegalNames() {}

    /**
     * A legal name.
     *
     * @param text what people call it
     * @param otherwise used when nothing of the text remains; itself made legal
     */
    public static String legal(String text, String otherwise) {
        return LegalName.of(text).or(() -> LegalName.of(otherwise)).orElse("Accessory");
    }
}

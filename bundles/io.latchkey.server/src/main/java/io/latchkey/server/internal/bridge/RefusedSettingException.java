// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.bridge;

/** A setting can't be used. Its message is for people and never contains the value. */
final class RefusedSettingException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String key;
    private final String rule;

    /**
     * Refuses a setting.
     *
     * @param rule what would be right, as the end of a sentence that begins with the key
     */
    RefusedSettingException(String key, String rule) {
        super(key + " " + rule);
        this.key = key;
        this.rule = rule;
    }

    /** The setting. */
    String key() {
        return key;
    }

    /** What would be right. */
    String rule() {
        return rule;
    }
}

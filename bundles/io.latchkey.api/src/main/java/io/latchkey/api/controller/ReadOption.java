// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.controller;

/** What a read tells besides the value (HAP specification R2 section 6.7.4.1). */
public enum ReadOption {
    /** Format, unit and limits. */
    META,
    /** What may be done with it. */
    PERMISSIONS,
    /** Its type. */
    TYPE,
    /** Whether this connection is subscribed to it. */
    EVENTS
}

// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.bridge;

/** How much a {@link Diagnosis} matters, from the least to the most. */
public enum Severity {
    /** It was looked at and is as it should be. */
    RIGHT,
    /** There is something to mend; people can go on meanwhile. */
    MEND,
    /** Nobody can pair with the bridge or connect to it as long as this isn't mended. */
    UNREACHABLE
}

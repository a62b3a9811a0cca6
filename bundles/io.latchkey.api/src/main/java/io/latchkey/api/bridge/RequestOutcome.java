// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.bridge;

/** What came of a request, by the HTTP status of its answer. */
public enum RequestOutcome {
    /** 200 and 204: all of it was done. */
    OK,
    /** 207: each value has a status of its own, most often because some or all have failed. */
    PARTIAL,
    /** 400 to 499: the controller isn't allowed that, or has asked for something that can't be. */
    REFUSED,
    /** 500 and above: the bridge couldn't answer. */
    FAILED;

    private static final int MULTI_STATUS = 207;
    private static final int BAD_REQUEST = 400;
    private static final int INTERNAL_ERROR = 500;

    /** What an HTTP status means. */
    public static RequestOutcome of(int status) {
        if (status >= INTERNAL_ERROR) {
            return FAILED;
        }
        if (status >= BAD_REQUEST) {
            return REFUSED;
        }
        return status == MULTI_STATUS ? PARTIAL : OK;
    }
}

// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.http;

import io.latchkey.api.model.HapStatus;
import io.latchkey.api.transport.Answer;
import io.latchkey.server.internal.json.JsonOutput;

/** The answers that several resources give. */
final class HttpAnswers {
    static final int OK = 200;
    static final int NO_CONTENT = 204;
    static final int MULTI_STATUS = 207;
    static final int BAD_REQUEST = 400;
    static final int NOT_FOUND = 404;
    static final int METHOD_NOT_ALLOWED = 405;
    static final int AUTHORIZATION_REQUIRED = 470;
    static final int INTERNAL_ERROR = 500;
    static final int UNAVAILABLE = 503;

    private HttpAnswers() {}

    static Answer json(int status, JsonOutput.Content members) {
        return Answer.of(status, JsonOutput.CONTENT_TYPE, JsonOutput.object(members));
    }

    static Answer status(int status, HapStatus hapStatus) {
        return json(status, output -> output.member("status", hapStatus.code()));
    }
}

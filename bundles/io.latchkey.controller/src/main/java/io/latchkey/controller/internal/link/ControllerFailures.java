// SPDX-License-Identifier: EPL-2.0
package io.latchkey.controller.internal.link;

import io.latchkey.api.controller.ControllerException;
import io.latchkey.api.controller.ControllerException.Reason;
import io.latchkey.api.model.HapStatus;
import io.latchkey.api.store.StoreException;
import io.latchkey.api.transport.Answer;
import io.latchkey.api.transport.ConnectionException;
import io.latchkey.api.transport.Request;
import io.latchkey.controller.internal.json.AnswerParser;
import io.latchkey.controller.internal.json.MalformedAnswerException;
import io.latchkey.pairing.PairingFailure;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns whatever goes wrong into the one exception that callers see. */
public final class ControllerFailures {
    private static final Logger LOG = LoggerFactory.getLogger(ControllerFailures.class);
    private static final String PAIR_SETUP = "/pair-setup";
    private static final int UNAUTHORIZED = 401;
    /** HAP-NodeJS says so while it pairs with somebody else. */
    private static final int TOO_MANY_REQUESTS = 429;

    private static final int NOT_VERIFIED = 470;

    private ControllerFailures() {}

    /**
     * What a stage failed with.
     *
     * @param who the accessory, for the message
     */
    public static ControllerException of(String who, Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof ControllerException known) {
            return known;
        }
        if (cause instanceof ConnectionException ended) {
            return new ControllerException(reason(ended.reason()), who, "");
        }
        if (cause instanceof MalformedAnswerException malformed) {
            return new ControllerException(Reason.PROTOCOL, who, malformed.getMessage());
        }
        if (cause instanceof StoreException storage) {
            return new ControllerException(Reason.STORAGE, who, storage.getMessage());
        }
        if (!(cause instanceof RejectedExecutionException)) {
            LOG.error("What was asked of {} failed in a way it should not", who, cause);
        }
        return new ControllerException(Reason.OVERLOADED, who, "");
    }

    /** An answer that is none of those that were hoped for. */
    public static ControllerException refusal(String who, Request request, Answer answer) {
        int status = answer.status();
        if (status == NOT_VERIFIED || status == UNAUTHORIZED) {
            return new ControllerException(Reason.NOT_VERIFIED, who, "");
        }
        if (status == TOO_MANY_REQUESTS && request.target().equals(PAIR_SETUP)) {
            return new ControllerException(Reason.BUSY, who, "");
        }
        String detail = request.method() + " " + request.target().split("\\?", 2)[0] + ": " + status;
        Optional<HapStatus> told = AnswerParser.status(answer.body()).filter(each -> each != HapStatus.SUCCESS);
        return told.isPresent()
                ? ControllerException.refused(who, detail, told.get())
                : new ControllerException(Reason.REFUSED, who, detail);
    }

    /** Why pair-setup came to nothing. */
    public static ControllerException ofSetup(String who, PairingFailure failure) {
        return new ControllerException(
                failure == PairingFailure.AUTHENTICATION ? Reason.WRONG_CODE : common(failure), who, detail(failure));
    }

    /** Why pair-verify came to nothing. */
    public static ControllerException ofVerify(String who, PairingFailure failure) {
        return new ControllerException(
                failure == PairingFailure.AUTHENTICATION ? Reason.NOT_VERIFIED : common(failure), who, detail(failure));
    }

    /** Why pairings could not be seen or changed. */
    public static ControllerException ofPairings(String who, PairingFailure failure) {
        return failure == PairingFailure.AUTHENTICATION
                ? ControllerException.refused(
                        who, "only an administrator may see or change pairings", HapStatus.INSUFFICIENT_PRIVILEGES)
                : new ControllerException(common(failure), who, detail(failure));
    }

    private static Reason common(PairingFailure failure) {
        return switch (failure) {
            case BACKOFF, BUSY -> Reason.BUSY;
            case MAX_PEERS -> Reason.NO_ROOM;
            case MAX_TRIES -> Reason.TOO_MANY_TRIES;
            case UNAVAILABLE -> Reason.UNAVAILABLE;
            case MALFORMED -> Reason.PROTOCOL;
            case UNTRUSTED -> Reason.UNTRUSTED;
            case UNKNOWN, AUTHENTICATION, NOT_SPLIT -> Reason.REFUSED;
        };
    }

    private static String detail(PairingFailure failure) {
        return switch (failure) {
            case UNKNOWN -> "it gives no reason";
            case NOT_SPLIT -> "it does not pair in two halves";
            default -> "";
        };
    }

    private static Reason reason(ConnectionException.Reason reason) {
        return switch (reason) {
            case UNREACHABLE -> Reason.UNREACHABLE;
            case TIMED_OUT -> Reason.TIMED_OUT;
            case CLOSED_BY_PEER, CLOSED -> Reason.LOST;
            case PROTOCOL -> Reason.PROTOCOL;
            case OVERLOADED -> Reason.OVERLOADED;
        };
    }
}

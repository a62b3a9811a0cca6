// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.controller;

import io.latchkey.api.model.HapStatus;
import java.util.Optional;

/**
 * Why a controller could not do what it was asked to. The message is meant for people: it names the accessory, says what
 * is wrong and what to do about it, and never contains a key, a setup code or what was sent.
 */
public final class ControllerException extends Exception {
    private static final long serialVersionUID = 1;

    private final Reason reason;
    private final HapStatus status;

    /**
     * Something else than a refusal.
     *
     * @param who the accessory or its address
     * @param detail more than the reason tells; may be empty
     */
    public ControllerException(Reason reason, String who, String detail) {
        this(reason, who, detail, null);
    }

    private ControllerException(Reason reason, String who, String detail, HapStatus status) {
        super(who + ": " + reason.advice + (detail.isEmpty() ? "" : " (" + detail + ")"));
        this.reason = reason;
        this.status = status;
    }

    /** A refusal with a status. */
    public static ControllerException refused(String who, String detail, HapStatus status) {
        return new ControllerException(Reason.REFUSED, who, detail, status);
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }

    /** The status that the accessory gave for a whole request, if it gave one. */
    public Optional<HapStatus> status() {
        return Optional.ofNullable(status);
    }

    /** Why something could not be done, and what to do about it. */
    public enum Reason {
        /** The accessory takes another setup code. */
        WRONG_CODE("the setup code is wrong; read it again, some accessories show a new one for each attempt"),
        /** The accessory is paired, perhaps with somebody else. */
        UNAVAILABLE("it is paired already; remove it from the home that it is in, or reset it"),
        /** The accessory is pairing with somebody else, or has no time. */
        BUSY("it is pairing with somebody else; try again in a minute"),
        /** The accessory has seen too many wrong codes. */
        TOO_MANY_TRIES("it has seen too many wrong setup codes and takes no more; reset it"),
        /** The accessory has no room for another pairing. */
        NO_ROOM("it has no room for another pairing; remove one that is not needed"),
        /** The accessory doesn't take us for a controller that it is paired with. */
        NOT_VERIFIED("it does not know this controller any more; forget it here and pair again"),
        /** Whoever answers could not prove to be the accessory. */
        UNTRUSTED("what answers could not prove that it is this accessory; check who has its address"),
        /** We have another key of an accessory that calls itself so. */
        OTHER_KEY(
                "this controller knows its Device ID with another key; if it was reset, forget it here and pair again, and "
                        + "if not, something else uses its Device ID"),
        /** We have no key of that accessory. */
        NOT_PAIRED("this controller is not paired with it; pair first"),
        /** Nobody listens there, or the network doesn't lead there. */
        UNREACHABLE("it cannot be reached; check that it is switched on and in the same network"),
        /** The connection has ended. */
        LOST("the connection to it has ended; try again"),
        /** The accessory took longer than it may. */
        TIMED_OUT("it did not answer in time; try again, and restart it when that does not help"),
        /** The accessory sent what no accessory may send. */
        PROTOCOL("it sent something that is not HomeKit; update it or tell its maker"),
        /** The accessory refuses; {@link ControllerException#status()} may say why. */
        REFUSED("it refuses"),
        /** Our keys could not be read or saved. */
        STORAGE("the keys of this controller cannot be read or saved; see that the disk has room and may be written"),
        /** There is too much to do here. */
        OVERLOADED("this controller has too much to do; try again later"),
        /** The client or the service was closed. */
        CLOSED("the client is closed");

        private final String advice;

        Reason(String advice) {
            this.advice = advice;
        }

        /** What is wrong and what to do, in plain words. */
        public String advice() {
            return advice;
        }
    }
}

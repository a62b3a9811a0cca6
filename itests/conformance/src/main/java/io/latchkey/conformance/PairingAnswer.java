// SPDX-License-Identifier: EPL-2.0
package io.latchkey.conformance;

import io.latchkey.api.tlv.MalformedTlv8Exception;
import io.latchkey.api.tlv.Tlv8;
import io.latchkey.itests.wire.HapWire;
import io.latchkey.itests.wire.WireClient;
import io.latchkey.itests.wire.WireFault;
import io.latchkey.itests.wire.WireMessage;
import io.latchkey.pairing.PairingError;
import io.latchkey.pairing.PairingTlv;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * The answer to one pairing message, and what a test may expect of it, with failures in words that a report can show.
 *
 * @param request what was sent, in words
 * @param message what came
 */
public record PairingAnswer(String request, WireMessage message) {
    /** How long an answer may take, with all the computing there is in it. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int TOO_MANY_REQUESTS = 429;

    /** Posts a pairing message and waits for its answer; anything else that comes fails the test. */
    static PairingAnswer to(WireClient client, String path, String request, byte[] body) throws IOException {
        return to(client, path, request, body, PATIENCE);
    }

    /** The same for an answer that may take that time at most. */
    static PairingAnswer to(WireClient client, String path, String request, byte[] body, Duration patience)
            throws IOException {
        return exchange(client, request, HapWire.request("POST", path, WireClient.TLV, body), patience);
    }

    /** Sends a GET and waits for its answer; anything else that comes fails the test. */
    static PairingAnswer get(WireClient client, String path, String request) throws IOException {
        return exchange(client, request, HapWire.request("GET", path, WireClient.TLV, new byte[0]), PATIENCE);
    }

    /** The items of an answer of that number and without error. */
    public Tlv8 accepted(int state) {
        expect("an answer with State " + state + " and without Error", isAccepted(state));
        String type = message.header("content-type").orElse("none");
        expect("Content-Type " + WireClient.TLV, type.equals(WireClient.TLV));
        return items().orElseThrow();
    }

    /** An answer of that number that refuses, and says nothing else. */
    public void refused(int state, PairingError error) {
        boolean bare = items().filter(items -> items.items().size() == 2).isPresent();
        expect("State " + state + " with Error " + error.code(), isOk() && bare && hasState(state) && isRefused(error));
    }

    /** An answer that calls the request malformed or out of order. */
    void malformed() {
        expect("status 400", message.status() == BAD_REQUEST);
    }

    /** An answer that calls the request malformed or out of order: by its status, or by an error and that number. */
    void malformedOrRefused(int state) {
        boolean refused = isOk() && hasState(state) && error().isPresent();
        expect("status 400, or State " + state + " with an Error", message.status() == BAD_REQUEST || refused);
    }

    /** An answer of that number and without error, or that somebody else is pairing: told by the error or by the status. */
    void acceptedOrBusy(int state) {
        expect("State " + state + " without Error, State 2 with Error 7, or status 429", isAccepted(state) || isBusy());
    }

    boolean isAccepted(int state) {
        return isOk() && hasState(state) && error().isEmpty();
    }

    public boolean isBusy() {
        return message.status() == TOO_MANY_REQUESTS || isOk() && hasState(2) && isRefused(PairingError.BUSY);
    }

    boolean isRefused(PairingError error) {
        return error().filter(code -> code == error.code()).isPresent();
    }

    /** An item of an accepted answer. */
    public byte[] item(Tlv8 items, String name, int type, int least, int most) {
        Optional<byte[]> value = items.find(type);
        expect(
                name + " of " + (least == most ? least : least + " to " + most) + " bytes",
                value.filter(bytes -> bytes.length >= least && bytes.length <= most)
                        .isPresent());
        return value.orElseThrow();
    }

    /** Fails with both sides in words unless what was expected is so. */
    public void expect(String expected, boolean so) {
        if (!so) {
            throw new AssertionError(request + ": expected " + expected + ", came " + description());
        }
    }

    private static PairingAnswer exchange(WireClient client, String request, byte[] bytes, Duration patience)
            throws IOException {
        HapWire wire = client.wire();
        try {
            wire.send(bytes);
            if (wire.isSilentFor(patience)) {
                throw new AssertionError(
                        request + ": expected an answer, came nothing in " + patience.toSeconds() + " s");
            }
            return new PairingAnswer(request, wire.answer());
        } catch (EOFException | SocketException closed) {
            throw new AssertionError(request + ": expected an answer, the connection was closed", closed);
        } catch (WireFault broken) {
            throw new AssertionError(request + ": expected an answer, came " + broken.getMessage(), broken);
        }
    }

    private boolean isOk() {
        return message.status() == OK;
    }

    private boolean hasState(int state) {
        return number(PairingTlv.STATE).filter(number -> number == state).isPresent();
    }

    private Optional<Integer> error() {
        return number(PairingTlv.ERROR);
    }

    private Optional<Integer> number(int type) {
        return items().flatMap(items -> items.find(type))
                .filter(value -> value.length == 1)
                .map(value -> value[0] & 0xff);
    }

    private Optional<Tlv8> items() {
        try {
            return Optional.of(Tlv8.read(message.body()));
        } catch (MalformedTlv8Exception malformed) {
            return Optional.empty();
        }
    }

    private String description() {
        StringJoiner parts = new StringJoiner(", ");
        parts.add("status " + message.status());
        number(PairingTlv.STATE).ifPresent(state -> parts.add("State " + state));
        error().ifPresent(error -> parts.add("Error " + error));
        parts.add(items().map(items -> items.items().size() + " items").orElse("a body that is no TLV8"));
        return parts.toString();
    }
}

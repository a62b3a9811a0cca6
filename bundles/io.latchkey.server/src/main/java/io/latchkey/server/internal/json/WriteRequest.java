// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.json;

import io.latchkey.api.model.Value;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * The body of a PUT to {@code /characteristics} (HAP specification R2 section 6.7.2; HomeKitADK, HAPIPAccessoryProtocol).
 *
 * @param entries in the order of the request, at least one
 * @param pid of the timed write that this executes, to be read as unsigned
 */
public record WriteRequest(List<Entry> entries, Optional<Long> pid) {
    private static final BigInteger LEAST = BigInteger.valueOf(Integer.MIN_VALUE);
    private static final int LONGEST_INTEGER = 21;
    private static final int LONGEST_NUMBER = 128;

    /**
     * What is asked of one characteristic.
     *
     * @param address which one
     * @param readable whether every member is what it has to be; what isn't spoils this entry and none beside it
     * @param value to be written
     * @param events whether to subscribe or to unsubscribe
     * @param authorization additional authorization data, may be secret
     * @param remote whether it came through a home hub from outside
     * @param response whether the answer is to bear the value after the write
     */
    public record Entry(
            RequestedAddress address,
            boolean readable,
            Optional<JsonScalar> value,
            Optional<Boolean> events,
            Optional<Value.Bytes> authorization,
            boolean remote,
            boolean response) {}

    /**
     * Reads a body: a list of objects, each with an aid and an iid of whatever value. Unknown members are passed over; of a
     * member that comes twice in an entry the last one counts.
     *
     * @throws MalformedRequestException when the whole request is to be answered with 400
     */
    public static WriteRequest read(byte[] body) throws MalformedRequestException {
        Collector collector = new Collector();
        JsonInput.readObject(body, collector::member);
        if (collector.entries.isEmpty()) {
            throw new MalformedRequestException("there are no entries");
        }
        return new WriteRequest(List.copyOf(collector.entries), Optional.ofNullable(collector.pid));
    }

    private static final class Collector {
        private final List<Entry> entries = new ArrayList<>();
        private Long pid;

        void member(String name, JsonInput value) throws IOException, MalformedRequestException {
            switch (name) {
                case "characteristics" -> {
                    requireFirst(entries.isEmpty(), name);
                    value.array(each -> entries.add(new EntryCollector().read(each)));
                }
                case "pid" -> {
                    requireFirst(pid == null, name);
                    pid = value.unsigned();
                }
                default -> value.skip();
            }
        }

        private static void requireFirst(boolean first, String name) throws MalformedRequestException {
            if (!first) {
                throw new MalformedRequestException(name + " comes twice");
            }
        }
    }

    private static final class EntryCollector {
        private Optional<String> aid = Optional.empty();
        private Optional<String> iid = Optional.empty();
        private Optional<JsonScalar> value = Optional.empty();
        private Optional<Boolean> events = Optional.empty();
        private Optional<Value.Bytes> authorization = Optional.empty();
        private boolean remote;
        private boolean response;
        private boolean readable = true;

        Entry read(JsonInput input) throws IOException, MalformedRequestException {
            input.object(this::member);
            if (aid.isEmpty() || iid.isEmpty()) {
                throw new MalformedRequestException("an entry lacks aid or iid");
            }
            RequestedAddress address = RequestedAddress.of(aid.get(), iid.get());
            return new Entry(address, readable, value, events, authorization, remote, response);
        }

        private void member(String name, JsonInput input) throws IOException, MalformedRequestException {
            switch (name) {
                case "aid" -> aid = Optional.of(input.number());
                case "iid" -> iid = Optional.of(input.number());
                case "value" -> value = wanted(bounded(input.scalar()));
                case "ev" -> events = wanted(input.flag());
                case "authData" -> authorization = wanted(input.string().flatMap(WriteRequest::decode));
                case "remote" -> remote = wanted(input.flag()).orElse(false);
                case "r" -> response = wanted(input.flag()).orElse(false);
                default -> input.skip();
            }
        }

        private <T> Optional<T> wanted(Optional<T> read) {
            readable &= read.isPresent();
            return read;
        }
    }

    /** Nothing that no format has is ever computed with. */
    private static Optional<JsonScalar> bounded(Optional<JsonScalar> scalar) {
        boolean tooLong =
                scalar.isPresent() && scalar.get() instanceof JsonScalar.Number number && !fits(number.literal());
        return tooLong ? Optional.empty() : scalar;
    }

    private static boolean fits(String literal) {
        boolean integer = literal.chars().allMatch(c -> c == '-' || c >= '0' && c <= '9');
        if (!integer || literal.length() > LONGEST_INTEGER) {
            return !integer && literal.length() <= LONGEST_NUMBER;
        }
        BigInteger number = new BigInteger(literal);
        return number.compareTo(LEAST) >= 0 && number.bitLength() <= Long.SIZE;
    }

    private static Optional<Value.Bytes> decode(String base64) {
        try {
            return Optional.of(new Value.Bytes(Base64.getDecoder().decode(base64)));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}

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
     * @param value to be written
     * @param events whether to subscribe or to unsubscribe
     * @param authorization additional authorization data, may be secret
     * @param remote whether it came through a home hub from outside
     * @param response whether the answer is to bear the value after the write
     */
    public record Entry(
            Address address,
            Optional<JsonScalar> value,
            Optional<Boolean> events,
            Optional<Value.Bytes> authorization,
            boolean remote,
            boolean response) {}

    /**
     * Reads a body. Unknown members are passed over; of a member that comes twice in an entry the last one counts.
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
        private Long aid;
        private Long iid;
        private JsonScalar value;
        private Boolean events;
        private Value.Bytes authorization;
        private boolean remote;
        private boolean response;

        Entry read(JsonInput input) throws IOException, MalformedRequestException {
            input.object(this::member);
            if (aid == null || iid == null) {
                throw new MalformedRequestException("an entry lacks aid or iid");
            }
            return new Entry(
                    new Address(aid, iid),
                    Optional.ofNullable(value),
                    Optional.ofNullable(events),
                    Optional.ofNullable(authorization),
                    remote,
                    response);
        }

        private void member(String name, JsonInput input) throws IOException, MalformedRequestException {
            switch (name) {
                case "aid" -> aid = input.unsigned();
                case "iid" -> iid = input.unsigned();
                case "value" -> value = bounded(input.scalar());
                case "ev" -> events = input.flag();
                case "authData" -> authorization = decode(input.string());
                case "remote" -> remote = input.flag();
                case "r" -> response = input.flag();
                default -> input.skip();
            }
        }
    }

    private static JsonScalar bounded(JsonScalar scalar) throws MalformedRequestException {
        if (scalar instanceof JsonScalar.Number number && !fits(number.literal())) {
            throw new MalformedRequestException("a number is beyond what any format has");
        }
        return scalar;
    }

    private static boolean fits(String literal) {
        boolean integer = literal.chars().allMatch(c -> c == '-' || c >= '0' && c <= '9');
        if (!integer || literal.length() > LONGEST_INTEGER) {
            return !integer && literal.length() <= LONGEST_NUMBER;
        }
        BigInteger number = new BigInteger(literal);
        return number.compareTo(LEAST) >= 0 && number.bitLength() <= Long.SIZE;
    }

    private static Value.Bytes decode(String base64) throws MalformedRequestException {
        try {
            return new Value.Bytes(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException notBase64) {
            throw new MalformedRequestException("authorization data is Base64");
        }
    }
}

// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.json;

import java.io.IOException;

/**
 * The body of a PUT to {@code /prepare}, which announces a timed write (HAP specification R2 section 6.7.2.4).
 *
 * @param ttlMillis how long the announcement holds, 0 to 2^53 - 1 milliseconds
 * @param pid names the write to come, to be read as unsigned
 */
public record PrepareRequest(long ttlMillis, long pid) {
    private static final long LONGEST = (1L << 53) - 1;

    /**
     * Reads a body; unknown members are passed over.
     *
     * @throws MalformedRequestException when the request is to be answered with 400
     */
    public static PrepareRequest read(byte[] body) throws MalformedRequestException {
        Collector collector = new Collector();
        JsonInput.readObject(body, collector::member);
        if (collector.ttl == null || collector.pid == null) {
            throw new MalformedRequestException("ttl or pid is missing");
        }
        if (Long.compareUnsigned(collector.ttl, LONGEST) > 0) {
            throw new MalformedRequestException("ttl is beyond 2^53 - 1");
        }
        return new PrepareRequest(collector.ttl, collector.pid);
    }

    private static final class Collector {
        private Long ttl;
        private Long pid;

        void member(String name, JsonInput value) throws IOException, MalformedRequestException {
            switch (name) {
                case "ttl" -> ttl = once(ttl, value);
                case "pid" -> pid = once(pid, value);
                default -> value.skip();
            }
        }

        private static Long once(Long before, JsonInput value) throws IOException, MalformedRequestException {
            if (before != null) {
                throw new MalformedRequestException("ttl or pid comes twice");
            }
            return value.unsigned();
        }
    }
}

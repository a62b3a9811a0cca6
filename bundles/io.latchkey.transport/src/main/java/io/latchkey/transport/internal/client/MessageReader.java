// SPDX-License-Identifier: EPL-2.0
package io.latchkey.transport.internal.client;

import io.latchkey.api.transport.Answer;
import java.io.ByteArrayOutputStream;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpParser;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.util.BufferUtil;

/**
 * Cuts what an accessory sends into answers and events, in whatever pieces it comes. An event is an answer whose first nine
 * bytes are others (HAP specification R2 section 6.8): the HTTP parser is shown those of HTTP in their place, so that it
 * finds the end of both. What is neither ends the connection; memory is bounded by the limit for a body. Confined to one
 * thread at a time.
 */
final class MessageReader implements HttpParser.ResponseHandler {
    private static final byte[] EVENT = "EVENT/1.0".getBytes(StandardCharsets.US_ASCII);
    private static final int HEAD_LIMIT = 16 * 1024;
    private static final int LAST_STATUS = 599;
    private static final int LAST_VERSION = HttpVersion.HTTP_1_1.getVersion();
    private static final String TYPE_OF_UNTYPED = "application/octet-stream"; // RFC 9110 section 8.3

    private final int bodyLimit;
    private final HttpParser parser = new HttpParser(this, Integer.MAX_VALUE, HttpCompliance.RFC9110);
    private ByteArrayOutputStream body = new ByteArrayOutputStream();
    private Optional<String> type = Optional.empty();
    private Optional<String> fault = Optional.empty();
    private int status;
    private boolean event;
    private boolean complete;

    MessageReader(int bodyLimit) {
        this.bodyLimit = bodyLimit;
        parser.setHeaderCacheSize(0); // it would keep about 99 KB
    }

    /**
     * The next message, if its last byte is here. Nothing behind it is touched.
     *
     * @param bytes consumed up to the end of the message; what is left without a message stays for the next call
     * @param asked the method of the request that waits for its answer, if one does
     * @throws ProtocolException when this is no message, or an answer that nobody has asked for
     */
    Optional<Incoming> next(ByteBuffer bytes, Optional<String> asked) throws ProtocolException {
        while (!parser.isStart() || begin(bytes, asked)) {
            boolean more = parser.parseNext(bytes);
            complete |= event && parser.isState(HttpParser.State.EOF_CONTENT); // without a length it has no body
            refuseFaults();
            if (complete) {
                Optional<Incoming> message = take();
                if (message.isPresent()) {
                    return message;
                }
            } else if (!more) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** The answer that ends with the connection, if that is how the one in work ends. */
    Optional<Incoming> end() throws ProtocolException {
        if (!parser.isState(HttpParser.State.EOF_CONTENT)) {
            return Optional.empty();
        }
        parser.atEOF();
        parser.parseNext(BufferUtil.EMPTY_BUFFER);
        return complete ? take() : Optional.empty();
    }

    @Override
    public void startResponse(HttpVersion version, int code, String reason) {
        status = code;
        boolean known = event ? code == HttpStatus.OK_200 : code <= LAST_STATUS;
        if (!known || code == HttpStatus.SWITCHING_PROTOCOLS_101 || version.getVersion() > LAST_VERSION) {
            fault = Optional.of("a message of " + version + " and status " + code);
        }
    }

    @Override
    public void parsedHeader(HttpField field) {
        if (field.getHeader() == HttpHeader.CONTENT_TYPE) {
            type = Optional.ofNullable(field.getValue());
        }
    }

    @Override
    public boolean headerComplete() {
        return true; // the parser lets us look
    }

    @Override
    public boolean content(ByteBuffer part) {
        if (part.remaining() > bodyLimit - body.size()) {
            fault = Optional.of("a message of more than " + bodyLimit + " bytes");
            return true;
        }
        byte[] bytes = BufferUtil.toArray(part);
        body.write(bytes, 0, bytes.length);
        return false;
    }

    @Override
    public boolean contentComplete() {
        return false;
    }

    @Override
    public boolean messageComplete() {
        complete = true;
        return true;
    }

    @Override
    public void earlyEOF() {
        fault = Optional.of("a message whose body is malformed");
    }

    @Override
    public void badMessage(HttpException failure) {
        fault = Optional.of("a message whose head is malformed");
    }

    private boolean begin(ByteBuffer bytes, Optional<String> asked) throws ProtocolException {
        if (!bytes.hasRemaining()) {
            return false;
        }
        if (bytes.get(bytes.position()) == EVENT[0]) {
            return beginEvent(bytes);
        }
        if (bytes.get(bytes.position()) != 'H') {
            throw new ProtocolException("something that is neither answer nor event");
        }
        if (asked.isEmpty()) {
            throw new ProtocolException("an answer that nobody has asked for");
        }
        event = false;
        parser.setHeadResponse(HttpMethod.HEAD.is(asked.get()));
        return true;
    }

    private boolean beginEvent(ByteBuffer bytes) throws ProtocolException {
        for (int i = 0; i < Math.min(EVENT.length, bytes.remaining()); i++) {
            if (bytes.get(bytes.position() + i) != EVENT[i]) {
                throw new ProtocolException("something that is no event");
            }
        }
        if (bytes.remaining() < EVENT.length) {
            return false;
        }
        bytes.position(bytes.position() + EVENT.length);
        event = true;
        parser.setHeadResponse(false);
        parser.parseNext(HttpVersion.HTTP_1_1.toBuffer());
        return true;
    }

    /** The limit for a head is ours: the parser only counts, because it has no status for an answer that is too long. */
    private void refuseFaults() throws ProtocolException {
        if (parser.getHeaderLength() > HEAD_LIMIT) {
            throw new ProtocolException("a message whose head is longer than " + HEAD_LIMIT + " bytes");
        }
        if (fault.isPresent()) {
            throw new ProtocolException(fault.get());
        }
    }

    /** Makes the message of what was parsed; none of an interim answer. */
    private Optional<Incoming> take() {
        Optional<Incoming> message = HttpStatus.isInformational(status) ? Optional.empty() : Optional.of(made());
        parser.reset();
        body = new ByteArrayOutputStream();
        type = Optional.empty();
        complete = false;
        return message;
    }

    private Incoming made() {
        byte[] bytes = body.toByteArray();
        Optional<String> told = bytes.length > 0 ? type.or(() -> Optional.of(TYPE_OF_UNTYPED)) : type;
        return new Incoming(event, new Answer(status, told, bytes));
    }
}

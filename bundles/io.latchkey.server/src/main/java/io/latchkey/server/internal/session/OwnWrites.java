// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.session;

import io.latchkey.api.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one session has written to one characteristic, so that it need not hear of it: every value of the request that is
 * under way, and after it the last one until something else comes. Whoever uses it keeps it to one thread at a time.
 */
final class OwnWrites {
    private final List<Value> underway = new ArrayList<>();
    private Optional<Value> believed = Optional.empty();

    /** The session is about to write a value. */
    void writing(Value value) {
        underway.add(value);
        believed = Optional.of(value);
    }

    /** The write of a value has ended; what was brought about by one that failed is news, should it come. */
    void written(Value value, boolean success) {
        underway.remove(value);
        if (!success && isBelieved(value)) {
            believed = Optional.empty();
        }
    }

    /** What the session wrote in former requests may have been changed since, without its hearing of it. */
    void forget() {
        if (underway.isEmpty()) {
            believed = Optional.empty();
        }
    }

    /** Whether the session takes this for the value, because it wrote it and has heard of no other since. */
    boolean isBelieved(Value value) {
        return believed.equals(Optional.of(value));
    }

    /** Whether a change is only what this session wrote; another value makes it forget what it wrote before. */
    boolean covers(Value change) {
        boolean own = isBelieved(change) || underway.contains(change);
        believed = own ? Optional.of(change) : Optional.empty();
        return own;
    }

    /** Whether the session takes what it wrote for the value while it is still this one; from now on it doesn't. */
    boolean isRefutedBy(Value old) {
        boolean mistaken = believed.isPresent() && !isBelieved(old);
        if (mistaken) {
            believed = Optional.empty();
        }
        return mistaken;
    }
}

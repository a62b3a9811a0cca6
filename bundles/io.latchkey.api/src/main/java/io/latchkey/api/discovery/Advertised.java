// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.discovery;

import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;

/** One published record. May be called from any thread. */
@ProviderType
public interface Advertised extends AutoCloseable {

    /**
     * Changes the record and announces the change. Returns at once. TXT keys change in place; another name or port takes
     * the old record back first. After {@link #close} nothing happens.
     */
    void update(Advertisement now);

    /** Takes the record back with a goodbye (RFC 6762 section 10.1). Returns when it was sent, after 2 s at the latest. */
    @Override
    void close();

    /**
     * Completes when the record has been announced for the first time on all addresses there were. Fails when it was
     * closed before that.
     */
    CompletionStage<Void> announced();
}

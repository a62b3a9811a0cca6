// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.discovery;

import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;

/** One published record. May be called from any thread; no method waits. */
@ProviderType
public interface Advertised {

    /**
     * Changes the record and announces the change. TXT keys change in place; another name or port takes the old record back
     * first. After {@link #withdraw} nothing happens.
     */
    void update(Advertisement now);

    /**
     * Begins to take the record back with a goodbye (RFC 6762 section 10.1). May be repeated.
     *
     * @return ends when the goodbye was sent, which a network that hangs may keep from ever happening; never fails
     */
    CompletionStage<Void> withdraw();

    /**
     * Completes when the record has been announced for the first time on all addresses there were. Fails when it was
     * withdrawn before that.
     */
    CompletionStage<Void> announced();
}

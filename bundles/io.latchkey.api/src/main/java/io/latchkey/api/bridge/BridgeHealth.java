// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.bridge;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What is known of the bridges without looking at network or disk, for those who ask often, such as health checks. It is what
 * {@code latchkey:doctor} says, under the same codes, as far as bridges know it of themselves. While bridges can't run, as when
 * another process holds the store, there is no such service.
 */
@ProviderType
public interface BridgeHealth {

    /**
     * What is right and what isn't, bridge by bridge; never empty. No text names a controller. Safe for all threads; never
     * waits.
     */
    List<Diagnosis> diagnoses();
}

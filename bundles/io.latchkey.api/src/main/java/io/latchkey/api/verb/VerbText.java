// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.verb;

import io.latchkey.api.verb.VerbResult.Output;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Draws what verbs answer for a terminal: framed tables and QR codes. For consoles of hosts, so that all show the same;
 * bundle {@code console} publishes it. Pure; may be called from any thread.
 */
@ProviderType
public interface VerbText {

    /**
     * The text of these outputs. May hold a setup code, so it is never for a log.
     *
     * @return lines, each with a line feed at its end, without escape sequences
     */
    String of(List<Output> outputs);
}

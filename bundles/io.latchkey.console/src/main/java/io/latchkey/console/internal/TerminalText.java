// SPDX-License-Identifier: EPL-2.0
package io.latchkey.console.internal;

import io.latchkey.api.verb.VerbResult.Output;
import io.latchkey.api.verb.VerbText;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** Draws for the consoles of other bundles what this one draws for its own. Stateless. */
@Component
public final class TerminalText implements VerbText {

    @Override
    public String of(List<Output> outputs) {
        return Rendering.of(outputs, false);
    }
}

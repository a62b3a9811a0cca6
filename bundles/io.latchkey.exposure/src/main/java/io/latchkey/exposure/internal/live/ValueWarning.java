// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.live;

import io.latchkey.api.accessory.MappingContext;
import io.latchkey.api.accessory.Setting;
import io.latchkey.api.concurrent.Contributor;
import io.latchkey.api.item.ItemState;
import io.latchkey.api.model.Constraints;
import io.latchkey.api.model.Format;
import io.latchkey.api.model.Value;
import io.latchkey.exposure.internal.plan.LegalValue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells people, once, that Home sees something else than an item says; again only after it fitted in between. Used in
 * tasks of the service.
 */
final class ValueWarning {
    private static final Logger LOG = LoggerFactory.getLogger(ValueWarning.class);

    private final MappingContext context;
    private final String bridge;
    private final Contributor contributor;
    private boolean isTold;

    ValueWarning(MappingContext context, String bridge, Contributor contributor) {
        this.contributor = contributor;
        this.context = context;
        this.bridge = bridge;
    }

    /** A state means nothing. */
    void meaningless(ItemState state, Value shown) {
        if (!isTold) {
            isTold = true;
            LOG.warn(
                    "Item {} says {}, which means nothing for {} of bridge {}: Home sees {}. Map it in the item's"
                            + " metadata.",
                    context.item().name(),
                    state.text(),
                    context.role(),
                    bridge,
                    LegalValue.text(shown));
        }
    }

    /** A state means something, perhaps beyond the limits. */
    void fits(ItemState state, LegalValue fit, Constraints limits) {
        if (fit.isBent() && !isTold) {
            LOG.warn(
                    "Item {} says {}, which is beyond what {} of bridge {} can be: Home sees {}. {}",
                    context.item().name(),
                    state.text(),
                    context.role(),
                    bridge,
                    fit.text(),
                    mending(limits));
        }
        isTold = fit.isBent();
    }

    private String mending(Constraints limits) {
        if (context.role().type().format() == Format.STRING) {
            return "At most " + limits.textLength().orElse(Constraints.DEFAULT_TEXT_LENGTH) + " bytes fit.";
        }
        boolean hasLimits = contributor.get(
                "settings",
                () -> context.role().mapping().settings().stream()
                        .map(Setting::name)
                        .anyMatch("maxValue"::equals),
                false);
        return hasLimits ? "If the item is right, note minValue and maxValue at it." : "See what the item is fed with.";
    }
}

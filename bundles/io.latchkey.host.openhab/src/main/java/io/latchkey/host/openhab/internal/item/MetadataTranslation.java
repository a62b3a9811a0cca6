// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.item;

import io.latchkey.api.item.Metadata;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a note of openHAB is in our words. Options come from files, from forms and from databases, each with shapes of
 * its own: numbers become decimal numbers, collections lists. What is a form of its own, with options in options, is passed
 * over, as pages of openHAB keep them in other namespaces than those that Home looks at; there it is warned of, once.
 * Thread-safe.
 */
final class MetadataTranslation {
    private static final Logger LOG = LoggerFactory.getLogger(MetadataTranslation.class);

    private static final Set<String> LOOKED_AT = Set.of("homekit", "semantics", "unit");

    private final AtomicBoolean warned = new AtomicBoolean();

    /** Reads a note; an option without a value is passed over. */
    Metadata read(org.openhab.core.items.Metadata note) {
        Map<String, Object> options = new LinkedHashMap<>();
        note.getConfiguration().forEach((name, value) -> {
            if (value != null) {
                option(note, name, value).ifPresent(option -> options.put(name, option));
            }
        });
        return new Metadata(Objects.requireNonNullElse(note.getValue(), ""), options);
    }

    private Optional<Object> option(org.openhab.core.items.Metadata note, String name, Object value) {
        if (value instanceof String || value instanceof Boolean) {
            return Optional.of(value);
        }
        if (value instanceof Number number) {
            return Optional.of(number(number));
        }
        if (value instanceof Collection<?> all) {
            return Optional.of(all.stream()
                    .filter(Objects::nonNull)
                    .flatMap(each -> option(note, name, each).stream())
                    .toList());
        }
        if (value instanceof Object[] all) {
            return option(note, name, Arrays.asList(all));
        }
        if (value instanceof Map<?, ?>) {
            warnOnce(note, name);
            return Optional.empty();
        }
        return Optional.of(value.toString());
    }

    /** What is no finite number is its text. */
    private static Object number(Number number) {
        try {
            return new BigDecimal(number.toString());
        } catch (NumberFormatException notFinite) {
            return number.toString();
        }
    }

    private void warnOnce(org.openhab.core.items.Metadata note, String name) {
        if (LOOKED_AT.contains(note.getUID().getNamespace()) && warned.compareAndSet(false, true)) {
            LOG.warn(
                    "Option \"{}\" of metadata {} has options of its own and is passed over; write a text, a number, true,"
                            + " false or a list of these. Further ones are passed over without a word",
                    name,
                    note.getUID().getAsString());
        }
    }
}

// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.item;

import io.latchkey.api.item.Metadata;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a note of openHAB is in our words. Options come from files, from forms and from databases, each with shapes of
 * its own: numbers become decimal numbers, collections lists, and what has another shape becomes its text, which is
 * warned of once. Thread-safe.
 */
final class MetadataTranslation {
    private static final Logger LOG = LoggerFactory.getLogger(MetadataTranslation.class);

    private final AtomicBoolean warned = new AtomicBoolean();

    /** Reads a note; an option without a value is passed over. */
    Metadata read(org.openhab.core.items.Metadata note) {
        Map<String, Object> options = new LinkedHashMap<>();
        note.getConfiguration().forEach((name, value) -> {
            if (value != null) {
                options.put(name, option(note, name, value));
            }
        });
        return new Metadata(Objects.requireNonNullElse(note.getValue(), ""), options);
    }

    private Object option(org.openhab.core.items.Metadata note, String name, Object value) {
        if (value instanceof String || value instanceof Boolean) {
            return value;
        }
        if (value instanceof Number number) {
            return number(number);
        }
        if (value instanceof Collection<?> all) {
            return all.stream()
                    .filter(Objects::nonNull)
                    .map(each -> option(note, name, each))
                    .toList();
        }
        if (value instanceof Object[] all) {
            return option(note, name, List.of(all));
        }
        warnOnce(note, name, value);
        return value.toString();
    }

    /** What is no finite number is its text. */
    private static Object number(Number number) {
        try {
            return new BigDecimal(number.toString());
        } catch (NumberFormatException notFinite) {
            return number.toString();
        }
    }

    private void warnOnce(org.openhab.core.items.Metadata note, String name, Object value) {
        if (warned.compareAndSet(false, true)) {
            LOG.warn(
                    "Option \"{}\" of metadata {} is a {}, which is read as its text; write a text, a number, true,"
                            + " false or a list of these. Further ones are read so without a word",
                    name,
                    note.getUID().getAsString(),
                    value.getClass().getSimpleName());
        }
    }
}

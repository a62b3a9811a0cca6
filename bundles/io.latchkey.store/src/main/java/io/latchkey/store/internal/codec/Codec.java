// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal.codec;

import com.google.gson.JsonObject;
import io.latchkey.api.store.Domain;

/**
 * How the value of a domain is written as JSON. Works on the tree only, never by reflection: Gson would keep the classes
 * that it has looked at, and with them the class loaders of bundles that have left.
 *
 * @param <T> the type of the value
 */
public interface Codec<T> {

    /** The value as JSON. */
    JsonObject write(T value);

    /**
     * The value of some JSON.
     *
     * @param schema how it was written; an older one than today's is read by whoever knows it
     * @throws IllegalArgumentException when something is missing or makes no sense
     */
    T read(JsonObject json, int schema);

    /**
     * Whether the domain grows with the home and each field of its JSON is one entry of it, so that the store may spread
     * the fields over several files and write only those that a change concerns.
     */
    default boolean isMap() {
        return false;
    }

    /** The codec of a domain. */
    @SuppressWarnings("unchecked") // each line pairs a domain with the codec of its own type
    static <T> Codec<T> of(Domain<T> domain) {
        Codec<?> codec;
        if (domain == Domain.IDENTITY) {
            codec = new IdentityCodec();
        } else if (domain == Domain.SETUP) {
            codec = new SetupCodec();
        } else if (domain == Domain.CONFIGURATION) {
            codec = new ConfigurationCodec();
        } else if (domain == Domain.PAIRINGS) {
            codec = new PairingsCodec();
        } else if (domain == Domain.ALLOCATION) {
            codec = new AllocationCodec();
        } else if (domain == Domain.ACCESSORIES) {
            codec = new AccessoryShapesCodec();
        } else if (domain == Domain.STATES) {
            codec = new AccessoryStatesCodec();
        } else if (domain == Domain.EXTENSIONS) {
            codec = new ExtensionShapesCodec();
        } else if (domain == Domain.TRANSITIONS) {
            codec = new TransitionsCodec();
        } else if (domain == Domain.CHOICES) {
            codec = new ChoicesCodec();
        } else if (domain == Domain.BEFORE_TAKEOVER) {
            codec = new MemoryCodec();
        } else if (domain == Domain.BEFORE_RESTORE) {
            codec = new BeforeRestoreCodec();
        } else if (domain == Domain.CONTROLLER) {
            codec = new ControllerCodec();
        } else if (domain == Domain.DESCRIPTIONS) {
            codec = new ItemDescriptionsCodec();
        } else if (domain == Domain.HISTORY) {
            codec = new HistoryCodec();
        } else {
            throw new IllegalArgumentException("no domain of ours: " + domain);
        }
        return (Codec<T>) codec;
    }
}

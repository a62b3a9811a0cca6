// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.store;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Everything remembered of a bridge at one moment: the values of its domains, which belong together. Immutable; a change
 * makes another one. It prints the names of its domains and never what they hold.
 */
public final class BridgeMemory {
    /** Nothing is remembered. */
    public static final BridgeMemory EMPTY = new BridgeMemory(Map.of());

    private final Map<Domain<?>, Object> values;

    private BridgeMemory(Map<Domain<?>, Object> values) {
        this.values = Map.copyOf(values);
    }

    /** The value of a domain; empty when nothing was ever remembered there. */
    public <T> Optional<T> get(Domain<T> domain) {
        return Optional.ofNullable(domain.type().cast(values.get(domain)));
    }

    /** The same with another value of one domain. */
    public <T> BridgeMemory with(Domain<T> domain, T value) {
        T checked = domain.type().cast(Objects.requireNonNull(value));
        Map<Domain<?>, Object> changed = new HashMap<>(values);
        changed.put(domain, checked);
        return new BridgeMemory(changed);
    }

    /** The same without the value of one domain. */
    public BridgeMemory without(Domain<?> domain) {
        if (!values.containsKey(domain)) {
            return this;
        }
        Map<Domain<?>, Object> changed = new HashMap<>(values);
        changed.remove(domain);
        return new BridgeMemory(changed);
    }

    /** The domains that have a value. */
    public Set<Domain<?>> domains() {
        return values.keySet();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BridgeMemory that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return values.keySet().stream()
                .map(Domain::name)
                .sorted()
                .collect(Collectors.joining(", ", "BridgeMemory[", "]"));
    }
}

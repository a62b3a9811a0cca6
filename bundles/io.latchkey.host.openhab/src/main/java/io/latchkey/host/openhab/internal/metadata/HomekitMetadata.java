// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.metadata;

import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.accessory.GuardedType;
import io.latchkey.api.concurrent.Contributor;
import io.latchkey.api.concurrent.Contributors;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.openhab.core.config.core.ConfigDescriptionParameter;
import org.openhab.core.config.core.ParameterOption;
import org.openhab.core.config.core.metadata.MetadataConfigDescriptionProvider;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * Tells openHAB what the metadata {@code homekit} of an item may say: the accessory types that are there at the moment,
 * their characteristics and their options. Called on any thread; does not block.
 */
@Component
public final class HomekitMetadata implements MetadataConfigDescriptionProvider {
    private static final String NAMESPACE = "homekit";

    private final Contributors contributors;
    private final Set<AccessoryType> there = ConcurrentHashMap.newKeySet();
    private final Map<AccessoryType, GuardedType> types = new ConcurrentHashMap<>();

    /** Begins without types. */
    @Activate
    public HomekitMetadata(@Reference Contributors contributors) {
        this.contributors = contributors;
    }

    /** A type has come. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addType(AccessoryType type) {
        there.add(type);
        Contributor contributor =
                contributors.join("accessory type " + type.getClass().getName());
        GuardedType.describe(type, contributor).thenAccept(guarded -> {
            types.put(type, guarded);
            if (!there.contains(type)) {
                forget(type);
            }
        });
    }

    /** A type has gone. */
    void removeType(AccessoryType type) {
        there.remove(type);
        forget(type);
    }

    private void forget(AccessoryType type) {
        Optional.ofNullable(types.remove(type))
                .ifPresent(guarded -> GuardedType.contributor(guarded).close());
    }

    @Override
    public String getNamespace() {
        return NAMESPACE;
    }

    @Override
    public String getDescription(Locale locale) {
        return Wording.of(locale).namespace();
    }

    @Override
    public List<ParameterOption> getParameterOptions(Locale locale) {
        Wording wording = Wording.of(locale);
        Map<String, String> values = new TreeMap<>();
        values.put("AccessoryGroup", wording.type("AccessoryGroup"));
        for (AccessoryType type : types.values()) {
            values.put(type.name(), wording.type(type.name()));
            type.roles().forEach(role -> values.put(type.name() + "." + role.name(), wording.role(type, role)));
        }
        return values.entrySet().stream()
                .map(value -> new ParameterOption(value.getKey(), value.getValue()))
                .toList();
    }

    @Override
    public List<ConfigDescriptionParameter> getParameters(String value, Locale locale) {
        List<AccessoryType> sorted = types.values().stream()
                .<AccessoryType>map(each -> each)
                .sorted(Comparator.comparing(AccessoryType::name))
                .toList();
        return new Parameters(sorted, Wording.of(locale)).of(value == null ? "" : value);
    }
}

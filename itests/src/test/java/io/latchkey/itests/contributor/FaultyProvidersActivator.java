// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.contributor;

import io.latchkey.api.model.Accessory;
import io.latchkey.api.model.Characteristic;
import io.latchkey.api.model.CharacteristicType;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.Service;
import io.latchkey.api.model.ServiceTypes;
import io.latchkey.api.model.Value;
import io.latchkey.api.provider.AccessoryProvider;
import io.latchkey.api.provider.AccessorySink;
import io.latchkey.api.provider.BridgeView;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/**
 * Providers, each of which shows one accessory on the bridge of its name: a {@code heater} whose device never says whether it
 * is on, a {@code camera}, {@code broken}, which throws instead, and {@code missing}, whose bundle is to leave. Packed into
 * bundles by the tests; the header {@code Providers} says which of them a bundle has.
 */
public final class FaultyProvidersActivator implements BundleActivator {
    private static final List<CharacteristicType> OF_CAMERA = List.of(
            CharacteristicTypes.STREAMING_STATUS,
            CharacteristicTypes.SUPPORTED_VIDEO_STREAM_CONFIGURATION,
            CharacteristicTypes.SUPPORTED_AUDIO_STREAM_CONFIGURATION,
            CharacteristicTypes.SUPPORTED_RTP_CONFIGURATION);
    private static final List<CharacteristicType> POINTS_OF_CAMERA =
            List.of(CharacteristicTypes.SETUP_ENDPOINTS, CharacteristicTypes.SELECTED_RTP_STREAM_CONFIGURATION);

    @Override
    public void start(BundleContext context) {
        Map<String, Supplier<Accessory>> all = Map.of(
                "heater", FaultyProvidersActivator::heater,
                "camera", FaultyProvidersActivator::camera,
                "broken", FaultyProvidersActivator::broken,
                "missing", FaultyProvidersActivator::missing);
        for (String id : context.getBundle().getHeaders().get("Providers").split(" ")) {
            context.registerService(AccessoryProvider.class, new Provider(id, all.get(id)), null);
        }
    }

    @Override
    public void stop(BundleContext context) {
        // The framework takes the services away
    }

    private static Accessory heater() {
        Characteristic on = Characteristic.of(CharacteristicTypes.ON)
                .read(CompletableFuture<Value>::new)
                .onWrite(value -> {})
                .build();
        return Accessory.of("heater")
                .name("Cellar Heater")
                .with(Service.of(ServiceTypes.SWITCH).with(on).build())
                .build();
    }

    private static Accessory camera() {
        Value nothing = Value.of(new byte[0]);
        Service.Builder management = Service.of(ServiceTypes.CAMERA_RTP_STREAM_MANAGEMENT);
        OF_CAMERA.forEach(type ->
                management.with(Characteristic.of(type).value(() -> nothing).build()));
        POINTS_OF_CAMERA.forEach(type -> management.with(Characteristic.of(type)
                .value(() -> nothing)
                .onWrite(value -> {})
                .build()));
        return Accessory.of("camera")
                .name("Door Camera")
                .with(management.build())
                .build();
    }

    private static Accessory missing() {
        Characteristic on = Characteristic.of(CharacteristicTypes.ON)
                .value(() -> Value.FALSE)
                .onWrite(value -> {})
                .build();
        return Accessory.of("lamp")
                .name("Leaving Lamp")
                .with(Service.of(ServiceTypes.SWITCH).with(on).build())
                .build();
    }

    private static Accessory broken() {
        throw new IllegalStateException("brought about by the test");
    }

    /**
     * Shows one accessory.
     *
     * @param id its own, and that of the bridge on which it shows it
     * @param made makes the accessory
     */
    public record Provider(String id, Supplier<Accessory> made) implements AccessoryProvider {
        @Override
        public AutoCloseable open(BridgeView bridge, AccessorySink sink) {
            if (bridge.id().equals(id)) {
                sink.put(made.get());
            }
            sink.complete();
            return () -> {};
        }
    }
}

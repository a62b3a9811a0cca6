// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.bridge;

import io.latchkey.api.identity.AccessoryCategory;
import io.latchkey.api.identity.ConfigurationNumber;
import io.latchkey.api.identity.DeviceId;
import io.latchkey.api.identity.SetupCode;
import io.latchkey.api.identity.SetupPayload;
import java.net.InetSocketAddress;
import java.util.Optional;

/**
 * How a bridge is at one moment.
 *
 * @param id stable key
 * @param name what people call it
 * @param state where it is in its life
 * @param address where it listens; empty until it does
 * @param deviceId its name towards controllers; empty until the store was read
 * @param controllers how many are paired with it
 * @param accessories how many it shows, itself not counted
 * @param sessions how many are open
 * @param configuration the number that rises when its accessories change
 * @param setupCode what to type into Home; empty when the code was generated and the bridge is paired
 * @param payload what the QR code says; empty when there is no code to show
 * @param problem what is wrong and how to mend it, if anything is
 * @param refused the setting for which the configuration was refused, if it was; it is the problem then
 * @param configurationPid of the configuration by which it runs, a further bridge by that of its first one
 * @param standalone as what it stands alone, for the server of one accessory; empty for a bridge
 */
public record BridgeStatus(
        String id,
        String name,
        State state,
        Optional<InetSocketAddress> address,
        Optional<DeviceId> deviceId,
        int controllers,
        int accessories,
        int sessions,
        ConfigurationNumber configuration,
        Optional<SetupCode> setupCode,
        Optional<SetupPayload> payload,
        Optional<String> problem,
        Optional<RefusedSetting> refused,
        String configurationPid,
        Optional<AccessoryCategory> standalone) {

    /** How a bridge is, or one more that it has opened. */
    public BridgeStatus(
            String id,
            String name,
            State state,
            Optional<InetSocketAddress> address,
            Optional<DeviceId> deviceId,
            int controllers,
            int accessories,
            int sessions,
            ConfigurationNumber configuration,
            Optional<SetupCode> setupCode,
            Optional<SetupPayload> payload,
            Optional<String> problem,
            Optional<RefusedSetting> refused,
            String configurationPid) {
        this(
                id,
                name,
                state,
                address,
                deviceId,
                controllers,
                accessories,
                sessions,
                configuration,
                setupCode,
                payload,
                problem,
                refused,
                configurationPid,
                Optional.empty());
    }

    /** Where a bridge is in its life. */
    public enum State {
        /** Waits for its accessories; not reachable yet. */
        STARTING,
        /** Listens and answers. */
        READY,
        /** Can't run; the problem says why. */
        FAILED
    }
}

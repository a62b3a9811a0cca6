// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import io.latchkey.api.discovery.InstanceName;
import io.latchkey.api.identity.SetupCode;
import io.latchkey.conformance.Target;
import io.latchkey.conformance.TargetSource;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;

/** Points the conformance suite at our own bundles on plain Felix, with the test home in them. */
public final class LatchkeyTarget implements TargetSource {
    private static final String ID = "conformance";
    /** What a scene takes, the lamp of the test home left out. */
    private static final int LAMPS = 30;

    @Override
    public Target open() throws IOException {
        return new Running(Built.fresh(ID));
    }

    private static final class Running implements Target {
        private final Path folder;
        private FelixRuntime runtime;
        private FrameworkBridge bridge;

        Running(Path folder) throws IOException {
            this.folder = folder;
            start();
        }

        @Override
        public InetSocketAddress address() {
            return bridge.address();
        }

        @Override
        public InstanceName name() {
            return bridge.name();
        }

        @Override
        public SetupCode code() {
            return FrameworkBridge.CODE;
        }

        @Override
        public boolean restart() throws IOException {
            close();
            start();
            return true;
        }

        @Override
        public OptionalLong process() {
            return OptionalLong.of(ProcessHandle.current().pid());
        }

        @Override
        public void close() throws IOException {
            try {
                runtime.close();
            } catch (BundleException broken) {
                throw new IOException(broken);
            }
        }

        private void start() throws IOException {
            try {
                runtime = FelixRuntime.start(folder, Libraries.LOWEST);
                Path home = Built.target().resolve("bundles").resolve("io.latchkey.itests.home.jar");
                Bundle bundle = runtime.context().installBundle(home.toUri().toString());
                bundle.start();
                runtime.showItems(HomeFile.withLamps(LAMPS));
                bridge = FrameworkBridge.start(runtime, ID, Map.of());
            } catch (BundleException broken) {
                throw new IOException(broken);
            }
        }
    }
}

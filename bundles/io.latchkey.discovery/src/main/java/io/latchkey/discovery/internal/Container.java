// SPDX-License-Identifier: EPL-2.0
package io.latchkey.discovery.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether this process runs in a container, and which of its interfaces end in a network of that container's own: one end
 * of a pair (veth) whose other end is with the container's host. A macvlan or the host's own interfaces are none of them.
 * System containers (LXC) are none of these containers: theirs usually end in the network of the house.
 */
final class Container {
    private static final Logger LOG = LoggerFactory.getLogger(Container.class);

    private final Path root;
    private final UnaryOperator<String> environment;

    /**
     * Looks at nothing yet.
     *
     * @param root the root of the file system
     * @param environment gives variables, null for one that isn't set
     */
    Container(Path root, UnaryOperator<String> environment) {
        this.root = root;
        this.environment = environment;
    }

    /** Whether Docker, Podman, Kubernetes or the like runs it, by the marks that they leave. */
    boolean isThis() {
        String kind = Optional.ofNullable(environment.apply("container")).orElse("");
        return Files.exists(root.resolve(".dockerenv"))
                || Files.exists(root.resolve("run/.containerenv"))
                || environment.apply("KUBERNETES_SERVICE_HOST") != null
                || kind.equals("docker")
                || kind.equals("podman")
                || kind.equals("oci");
    }

    /** Whether an interface is one end of a pair: it has no hardware and no kind. False where the system doesn't tell. */
    boolean isPaired(String link) {
        Path about = root.resolve("sys/class/net").resolve(link);
        try {
            return Files.notExists(about.resolve("device"))
                    && !Files.readString(about.resolve("uevent")).contains("DEVTYPE=");
        } catch (IOException e) {
            LOG.debug("What {} is can't be read: {}", link, e.toString());
            return false;
        }
    }
}

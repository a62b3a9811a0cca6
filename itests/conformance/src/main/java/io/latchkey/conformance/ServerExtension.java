// SPDX-License-Identifier: EPL-2.0
package io.latchkey.conformance;

import java.io.IOException;
import java.util.ServiceLoader;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the one {@link Server} and the one {@link PatientPeers}, each started at the first need and closed after the
 * last test.
 */
final class ServerExtension implements ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(ServerExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Server.class || type == PatientPeers.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Store store = context.getRoot().getStore(NAMESPACE);
        return parameter.getParameter().getType() == Server.class ? server(store) : peers(store);
    }

    private static Server server(Store store) {
        return store.getOrComputeIfAbsent(Server.class, key -> open(), Server.class);
    }

    private static PatientPeers peers(Store store) {
        Server server = server(store);
        return store.getOrComputeIfAbsent(PatientPeers.class, key -> PatientPeers.of(server), PatientPeers.class);
    }

    private static Server open() {
        TargetSource source = ServiceLoader.load(TargetSource.class).findFirst().orElse(RemoteTarget::named);
        try {
            return new Server(source.open());
        } catch (IOException refused) {
            throw new IllegalStateException("the server to test doesn't start: " + refused.getMessage(), refused);
        }
    }
}

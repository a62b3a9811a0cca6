// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.bridge;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Judges what a person enters into the web console's form before it becomes a configuration, so that a wrong value is
 * refused with a message and nothing changes. The console asks objects of an interface of its own for that; a
 * {@link Proxy} of it lets us answer without importing a package that not every console shows.
 */
final class ConsoleFormCheck implements InvocationHandler {
    private final BridgeIds ids;
    private final Constructor<? extends Exception> refusal;

    private ConsoleFormCheck(BridgeIds ids, Constructor<? extends Exception> refusal) {
        this.ids = ids;
        this.refusal = refusal;
    }

    /**
     * Makes an object that the console can ask.
     *
     * @param handler the console's interface
     * @param refusal the console's exception, which takes a message
     * @throws NoSuchMethodException when that exception takes none
     */
    static Object of(Class<?> handler, Class<? extends Exception> refusal, BridgeIds ids) throws NoSuchMethodException {
        ConsoleFormCheck guard = new ConsoleFormCheck(ids, refusal.getConstructor(String.class));
        return Proxy.newProxyInstance(handler.getClassLoader(), new Class<?>[] {handler}, guard);
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Exception {
        return switch (method.getName()) {
            case "updateConfiguration" -> {
                judge((String) arguments[0], (String) arguments[1], (Dictionary<?, ?>) arguments[2]);
                yield null;
            }
            case "listConfiguration" -> true;
            case "equals" -> proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            case "toString" -> ConsoleFormCheck.class.getSimpleName();
            default -> null;
        };
    }

    private void judge(String factoryPid, String pid, Dictionary<?, ?> properties) throws Exception {
        if (!BridgeComponent.PID.equals(factoryPid) && !isOurs(pid)) {
            return;
        }
        Optional<String> wrong = wrong(pid, properties);
        if (wrong.isPresent()) {
            throw refusal.newInstance(wrong.get());
        }
    }

    private static boolean isOurs(String pid) {
        return pid != null && (pid.startsWith(BridgeComponent.PID + ".") || pid.startsWith(BridgeComponent.PID + "~"));
    }

    private Optional<String> wrong(String pid, Dictionary<?, ?> properties) {
        Map<String, Object> values = new HashMap<>();
        for (Object key : Collections.list(properties.keys())) {
            values.put(key.toString(), properties.get(key));
        }
        try {
            String id = Settings.of(values).id();
            return ids.owner(id)
                    .filter(owner -> !owner.equals(pid))
                    .map(owner -> BridgeIds.refusal(id, owner).getMessage());
        } catch (IllegalArgumentException e) {
            return Optional.of(e.getMessage());
        }
    }
}

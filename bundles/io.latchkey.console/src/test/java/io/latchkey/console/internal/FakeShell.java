// SPDX-License-Identifier: EPL-2.0
package io.latchkey.console.internal;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Registry;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.api.console.SessionFactory;
import org.apache.karaf.shell.api.console.Terminal;

/** As much of Karaf's shell as the console needs; every method that no test named throws. */
final class FakeShell {
    final List<Object> registered = new ArrayList<>();

    SessionFactory factory() {
        Registry registry = only(
                Registry.class,
                Map.of(
                        "register", arguments -> registered.add(arguments[0]),
                        "unregister", arguments -> registered.remove(arguments[0])));
        return only(SessionFactory.class, Map.of("getRegistry", arguments -> registry));
    }

    /** A session whose lines all mean the command given, on a terminal with or without colours. */
    static Session session(String resolved, boolean colours) {
        Terminal terminal = only(Terminal.class, Map.of("isAnsiSupported", arguments -> colours));
        return only(
                Session.class, Map.of("resolveCommand", arguments -> resolved, "getTerminal", arguments -> terminal));
    }

    /** A line of these words whose last one is being typed. */
    static CommandLine line(String... words) {
        String buffer = String.join(" ", words);
        String last = words[words.length - 1];
        return only(
                CommandLine.class,
                Map.of(
                        "getArguments", arguments -> words,
                        "getCursorArgumentIndex", arguments -> words.length - 1,
                        "getCursorArgument", arguments -> last,
                        "getArgumentPosition", arguments -> last.length(),
                        "getBuffer", arguments -> buffer,
                        "getBufferPosition", arguments -> buffer.length()));
    }

    static <T> T only(Class<T> type, Map<String, Function<Object[], Object>> methods) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) ->
                        answer(methods.get(method.getName()), method.getReturnType(), arguments, method.getName())));
    }

    private static Object answer(Function<Object[], Object> method, Class<?> returns, Object[] arguments, String name) {
        if (method == null) {
            throw new UnsupportedOperationException(name);
        }
        Object result = method.apply(arguments);
        return returns == void.class ? null : result;
    }
}

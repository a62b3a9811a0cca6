// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.diagnostics;

import java.net.URL;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;

/**
 * The names of Latchkey's loggers as they stand in log files: whole, with a letter for each package as Karaf may write them,
 * or cut to the last 36 characters as openHAB does, after which nothing in the line may say Latchkey any more. Immutable.
 */
final class OwnLoggers {
    private static final String ROOT = "/io/latchkey";
    private static final String CLASS = ".class";
    private static final int COLUMN = 36;
    /** How much of a line is before what it says, at most. */
    private static final int HEAD = 160;

    private static final Pattern COLUMNS = Pattern.compile("[\\s|\\[\\]]+");

    private final Set<String> names = new HashSet<>();

    /** Those of the classes in these bundles. */
    OwnLoggers(List<Bundle> bundles) {
        for (Bundle bundle : bundles) {
            Enumeration<URL> classes = Optional.ofNullable(bundle.findEntries(ROOT, "*" + CLASS, true))
                    .orElse(Collections.emptyEnumeration());
            while (classes.hasMoreElements()) {
                add(classes.nextElement().getPath());
            }
        }
    }

    /** Whether one of them wrote the line. */
    boolean wrote(String line) {
        String head = line.substring(0, Math.min(HEAD, line.length()));
        return line.contains("latchkey") || Arrays.stream(COLUMNS.split(head)).anyMatch(names::contains);
    }

    private void add(String path) {
        String name = path.substring(1, path.length() - CLASS.length()).replace('/', '.');
        if (name.indexOf('$') < 0) {
            names.add(name);
            names.add(name.substring(Math.max(0, name.length() - COLUMN)));
            names.add(abbreviated(name));
        }
    }

    private static String abbreviated(String name) {
        List<String> parts = List.of(name.split("\\."));
        int last = parts.size() - 1;
        return parts.subList(0, last).stream()
                .map(each -> each.substring(0, 1) + ".")
                .collect(Collectors.joining("", "", parts.get(last)));
    }
}

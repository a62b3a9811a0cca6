// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.metadata;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What docs/accessory-types.md says of the types, which another test holds to what they declare: their roles with all their
 * names, and their options.
 *
 * @param roles of a type; of each its names, the first of which is its own
 * @param options of a type, and of its roles
 */
record TypesDocument(Map<String, List<List<String>>> roles, Map<String, Set<String>> options) {
    private static final Path FILE = Path.of("..", "..", "docs", "accessory-types.md");
    private static final Pattern HEADING = Pattern.compile("## (\\w+)");
    private static final Pattern OPTION = Pattern.compile("- `(\\w+)`: .*");
    private static final Pattern WORD = Pattern.compile("`(\\w+)`");

    static TypesDocument read() throws IOException {
        TypesDocument document = new TypesDocument(new LinkedHashMap<>(), new LinkedHashMap<>());
        String type = "";
        for (String line : Files.readAllLines(FILE)) {
            Matcher heading = HEADING.matcher(line);
            Matcher option = OPTION.matcher(line);
            if (heading.matches()) {
                type = heading.group(1);
                document.roles.put(type, new ArrayList<>());
                document.options.put(type, new LinkedHashSet<>());
            } else if (option.matches()) {
                document.options.get(type).add(option.group(1));
            } else if (line.startsWith("| ") && !line.startsWith("| role ")) {
                document.row(type, line.split("\\|"));
            }
        }
        return document;
    }

    private void row(String type, String[] cells) {
        roles.get(type).add(Arrays.stream(cells[1].split(",")).map(String::trim).toList());
        Matcher option = WORD.matcher(cells[4]);
        while (option.find()) {
            options.get(type).add(option.group(1));
        }
    }
}

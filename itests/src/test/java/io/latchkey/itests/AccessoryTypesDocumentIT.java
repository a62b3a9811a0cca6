// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.accessory.Setting;
import io.latchkey.api.item.ItemType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;

/**
 * Keeps docs/accessory-types.md true: the document is made of what the installed types declare. With the system property
 * {@code latchkey.documents=write} it is written anew instead of compared.
 */
class AccessoryTypesDocumentIT {
    private static final Path DOCUMENT = Path.of("..", "docs", "accessory-types.md");
    private static final String HEAD = """
            # Accessory types

            What an item can be in Apple Home. Note a type as the value of the item's metadata `homekit`, such as \
            `Lighting`; the item then plays every needed role that takes its kind. A role of its own is noted with a dot, \
            such as `Lighting.Brightness`. For an accessory made of several items, note the type at a group and the roles \
            at its members. Options stand beside the value: `inverted=true`.

            This page is made from the types themselves; `latchkey:check` tells what became of your items.
            """;

    @Test
    void documentTellsWhatTheTypesDeclare() throws Exception {
        String made;
        try (FelixRuntime runtime = FelixRuntime.start(Built.fresh("document"), Libraries.LOWEST)) {
            made = HEAD
                    + types(runtime.context()).stream()
                            .map(AccessoryTypesDocumentIT::section)
                            .collect(Collectors.joining());
        }
        if (System.getProperty("latchkey.documents", "").equals("write")) {
            Files.writeString(DOCUMENT, made);
        }
        assertEquals(
                Files.readString(DOCUMENT),
                made,
                "docs/accessory-types.md is not what the types declare; write it anew with -Dlatchkey.documents=write");
    }

    private static List<AccessoryType> types(BundleContext context) throws InvalidSyntaxException, IOException {
        return context.getServiceReferences(AccessoryType.class, null).stream()
                .map(context::getService)
                .sorted(Comparator.comparing(AccessoryType::name))
                .toList();
    }

    private static String section(AccessoryType type) {
        StringBuilder text = new StringBuilder("\n## " + type.name() + "\n\n");
        text.append("In Home: ").append(type.service().displayName()).append(".");
        if (!type.aliases().isEmpty()) {
            text.append(" Also written ").append(words(type.aliases())).append(".");
        }
        if (!type.linkedUnder().isEmpty()) {
            text.append(" Belongs to ").append(words(type.linkedUnder())).append(" of the same group.");
        }
        if (!type.companions().isEmpty()) {
            text.append(" Comes with ").append(words(type.companions())).append(", which the same items make.");
        }
        text.append("\n");
        if (!type.settings().isEmpty()) {
            text.append("\n");
            type.settings()
                    .forEach(setting ->
                            text.append("- ").append(described(setting)).append("\n"));
        }
        text.append("\n| role | needed | items | options |\n|---|---|---|---|\n");
        type.roles().forEach(role -> text.append(row(role)));
        return text.toString();
    }

    private static String row(Role role) {
        String needed = role.isRequired() && role.preset().isEmpty() ? "yes" : "";
        String items = role.items().stream().sorted().map(ItemType::text).collect(Collectors.joining(", "));
        String options = role.mapping().settings().stream()
                .map(Setting::name)
                .map(name -> "`" + name + "`")
                .collect(Collectors.joining(" "));
        String names = Stream.concat(
                        Stream.of(role.name()), role.aliases().stream().sorted())
                .collect(Collectors.joining(", "));
        return "| " + names + " | " + needed + " | " + (items.isEmpty() ? "metadata only" : items) + " | " + options
                + " |\n";
    }

    private static String words(Collection<String> words) {
        return words.stream().sorted().map(word -> "`" + word + "`").collect(Collectors.joining(", "));
    }

    private static String described(Setting setting) {
        return "`" + setting.name() + "`: " + setting.description();
    }
}

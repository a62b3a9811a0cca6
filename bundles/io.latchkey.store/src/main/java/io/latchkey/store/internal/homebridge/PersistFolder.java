// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal.homebridge;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.latchkey.api.bridge.Identities;
import io.latchkey.api.identity.DeviceId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A folder in which HAP-NodeJS keeps one file {@code AccessoryInfo.112233445566.json} for each bridge: {@code persist}
 * below Homebridge's own folder. Only read.
 */
final class PersistFolder {
    private static final Pattern FILE = Pattern.compile("AccessoryInfo\\.([0-9A-Fa-f]{12})\\.json");
    private static final long LARGEST = 1 << 20;

    private final Path folder;

    private PersistFolder(Path folder) {
        this.folder = folder;
    }

    /** The folder itself, or the one in it that Homebridge calls {@code persist}. */
    static PersistFolder of(Path named) {
        Path inner = named.resolve("persist");
        return new PersistFolder(Files.isDirectory(inner) ? inner : named);
    }

    /**
     * All bridges, by file name.
     *
     * @throws IOException when a file can't be read or holds something else; the message quotes nothing of it
     */
    List<PersistedBridge> bridges(Identities identities) throws IOException {
        List<PersistedBridge> bridges = new ArrayList<>();
        for (Path file : files()) {
            Matcher name = FILE.matcher(file.getFileName().toString());
            if (name.matches()) {
                DeviceId id = asConfigured(name.group(1).replaceAll("(..)(?=.)", "$1:"));
                bridges.add(PersistedBridge.of(id, read(file), identities));
            }
        }
        return bridges;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static JsonObject read(Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new IOException(file + " is too large for a file of HAP-NodeJS");
        }
        try {
            JsonElement json = JsonParser.parseString(Files.readString(file));
            if (json.isJsonObject()) {
                return json.getAsJsonObject();
            }
        } catch (JsonParseException broken) {
            throw new IOException(
                    file + " holds no JSON", new IOException(broken.getClass().getName()));
        }
        throw new IOException(file + " holds no JSON object");
    }

    /** File names are in upper case; controllers know the id as it stands in Homebridge's configuration. */
    private DeviceId asConfigured(String upperCase) throws IOException {
        Optional<Path> parent = Optional.ofNullable(folder.toAbsolutePath().getParent());
        Optional<Path> configuration =
                parent.map(each -> each.resolve("config.json")).filter(Files::isRegularFile);
        if (configuration.isPresent() && Files.size(configuration.get()) <= LARGEST) {
            Matcher written = Pattern.compile('"' + upperCase + '"', Pattern.CASE_INSENSITIVE)
                    .matcher(Files.readString(configuration.get()));
            if (written.find()) {
                return DeviceId.foreign(written.group().replace("\"", ""));
            }
        }
        return DeviceId.foreign(upperCase);
    }
}

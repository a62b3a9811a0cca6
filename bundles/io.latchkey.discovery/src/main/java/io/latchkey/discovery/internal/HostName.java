// SPDX-License-Identifier: EPL-2.0
package io.latchkey.discovery.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The host name under which this process is found. It is made once and kept in a file: hubs keep the name that they have
 * once read, and ask for its address. Where the file can't be read or written, the log says so and a name is made for
 * this run. Lives on {@code latchkey-mdns}; the file is read when the name is first needed.
 */
final class HostName implements Supplier<String> {
    private static final Logger LOG = LoggerFactory.getLogger(HostName.class);
    private static final String FILE = "host-name";
    /** A DNS label, with room for a suffix. */
    private static final Pattern LEGAL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,54}[a-z0-9])?");

    private final Path folder;
    private final RandomGenerator random;
    private Optional<String> name = Optional.empty();

    /**
     * Reads nothing yet.
     *
     * @param folder where the file is; nobody else uses it
     */
    HostName(Path folder, RandomGenerator random) {
        this.folder = folder;
        this.random = random;
    }

    @Override
    public String get() {
        if (name.isEmpty()) {
            name = Optional.of(kept().orElseGet(this::made));
        }
        return name.get();
    }

    private Optional<String> kept() {
        Path file = folder.resolve(FILE);
        try {
            String text = Files.readString(file).strip();
            if (LEGAL.matcher(text).matches()) {
                return Optional.of(text);
            }
            LOG.warn("{} holds no host name and is written anew", file);
        } catch (NoSuchFileException first) {
            LOG.debug("{} is made now", file);
        } catch (IOException e) {
            LOG.warn("The host name in {} can't be read, another is made: {}", file, e.toString());
        }
        return Optional.empty();
    }

    private String made() {
        String made = String.format(Locale.ROOT, "latchkey-%08x", random.nextInt());
        Path draft = folder.resolve(FILE + ".new");
        try {
            Files.writeString(draft, made + "\n");
            Files.move(
                    draft, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn(
                    "The host name {} can't be kept in {}, so that it is another after the next start: {}",
                    made,
                    folder,
                    e.toString());
        }
        return made;
    }
}

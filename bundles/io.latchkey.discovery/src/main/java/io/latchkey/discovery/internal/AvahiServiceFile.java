// SPDX-License-Identifier: EPL-2.0
package io.latchkey.discovery.internal;

import io.latchkey.api.discovery.Advertisement;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The record of one bridge as a static service of avahi (avahi.service(5)): a file in a folder that an avahi-daemon
 * watches, such as that of a container's host, which announces its own address then. A file that can't be written is told
 * in the log once and tried again. Lives on {@code latchkey-mdns}.
 */
final class AvahiServiceFile {
    private static final Logger LOG = LoggerFactory.getLogger(AvahiServiceFile.class);
    private static final String TYPE = "_hap._tcp";

    private Optional<Path> file = Optional.empty();
    private String content = "";
    private boolean isFailing;

    /**
     * Writes the file where it isn't yet as it should be; called again and again.
     *
     * @return whether avahi has it now
     */
    boolean show(Path folder, Advertisement what) {
        String digits = what.deviceId().text().replace(":", "");
        Path wanted = folder.resolve("latchkey-" + digits + ".service");
        if (!file.equals(Optional.of(wanted))) {
            remove();
        }
        String now = content(what);
        if (file.isPresent() && now.equals(content) && Files.exists(wanted)) {
            return true;
        }
        try {
            write(wanted, now);
        } catch (IOException e) {
            tellFailure(wanted, e);
            return false;
        }
        file = Optional.of(wanted);
        content = now;
        isFailing = false;
        LOG.debug("Written {}", wanted);
        return true;
    }

    /** Takes the file away. */
    void remove() {
        file.ifPresent(path -> {
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                LOG.warn("{} announces a bridge that is gone, and can't be deleted: {}", path, e.toString());
            }
        });
        file = Optional.empty();
    }

    /** avahi reads what ends in .service as soon as it is there, so it has to be whole then. */
    private static void write(Path wanted, String now) throws IOException {
        Path draft = wanted.resolveSibling(wanted.getFileName() + ".new");
        try {
            Files.writeString(draft, now);
            Files.move(draft, wanted, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private void tellFailure(Path wanted, IOException failure) {
        if (!isFailing) {
            isFailing = true;
            LOG.warn(
                    "No phone finds a bridge: {} can't be written ({}). It is tried again. Mount the folder"
                            + " /etc/avahi/services of the container's host there, writable, or take avahiServices out of"
                            + " the configuration {}.",
                    wanted,
                    failure.toString(),
                    DiscoveryConfiguration.PID);
        }
    }

    private static String content(Advertisement what) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("utf-8", "1.0");
            xml.writeDTD("<!DOCTYPE service-group SYSTEM \"avahi-service.dtd\">");
            xml.writeStartElement("service-group");
            element(xml, "name", InstanceLabel.of(what.name(), what.deviceId(), 0));
            xml.writeStartElement("service");
            element(xml, "type", TYPE);
            element(xml, "port", String.valueOf(what.port()));
            for (Map.Entry<String, String> key : what.keys().entrySet()) {
                element(xml, "txt-record", key.getKey() + "=" + key.getValue());
            }
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a text in memory can't be written", e);
        }
        return text + "\n";
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }
}

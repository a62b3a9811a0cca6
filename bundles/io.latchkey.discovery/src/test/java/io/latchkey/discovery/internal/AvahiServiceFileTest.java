// SPDX-License-Identifier: EPL-2.0
package io.latchkey.discovery.internal;

import static io.latchkey.discovery.internal.SampleRecords.DEVICE;
import static io.latchkey.discovery.internal.SampleRecords.bridge;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** What is written for avahi; avahi itself reads it in MdnsNamespacesIT. */
class AvahiServiceFileTest {
    private static final String FILE = "latchkey-E1911A7085AA.service";

    @TempDir
    Path folder;

    private final AvahiServiceFile file = new AvahiServiceFile();

    @Test
    void holdsNamePortAndKeysOfTheBridge() throws Exception {
        assertTrue(file.show(folder, bridge("Mia's <Büro> & 2", 9123, DEVICE, false)));
        assertEquals(List.of(FILE), files());
        Element group = read();
        assertEquals(List.of("Mia's <Büro> & 2"), texts(group, "name"));
        assertEquals(List.of("_hap._tcp"), texts(group, "type"));
        assertEquals(List.of("9123"), texts(group, "port"));
        List<String> keys = texts(group, "txt-record");
        assertEquals(9, keys.size());
        assertTrue(keys.containsAll(List.of("id=E1:91:1A:70:85:AA", "sf=1", "c#=7", "md=Latchkey")), keys::toString);
    }

    @Test
    void followsWhatChangesAndComesBackWhenSomebodyDeletesIt() throws Exception {
        file.show(folder, bridge("Home", 9123, DEVICE, false));
        file.show(folder, bridge("Home", 9123, DEVICE, true));
        assertTrue(texts(read(), "txt-record").contains("sf=0"));
        Files.delete(folder.resolve(FILE));
        file.show(folder, bridge("Home", 9123, DEVICE, true));
        assertTrue(texts(read(), "txt-record").contains("sf=0"));
    }

    @Test
    void aFolderThatIsNotThereYetIsTriedAgain() throws IOException {
        Path later = folder.resolve("later");
        assertFalse(file.show(later, bridge("Home", 9123, DEVICE, false)));
        Files.createDirectory(later);
        assertTrue(file.show(later, bridge("Home", 9123, DEVICE, false)));
    }

    @Test
    void goesWithTheRecordAndWithAnotherFolder() throws IOException {
        Path other = Files.createDirectory(folder.resolve("other"));
        file.show(folder, bridge("Home", 9123, DEVICE, false));
        file.show(other, bridge("Home", 9123, DEVICE, false));
        assertFalse(Files.exists(folder.resolve(FILE)));
        assertTrue(Files.exists(other.resolve(FILE)));
        file.remove();
        file.remove();
        assertFalse(Files.exists(other.resolve(FILE)));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(path -> path.getFileName().toString()).toList();
        }
    }

    private Element read() throws Exception {
        DocumentBuilder reader = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        reader.setEntityResolver((publicId, systemId) -> new InputSource(new StringReader("")));
        return reader.parse(folder.resolve(FILE).toFile()).getDocumentElement();
    }

    private static List<String> texts(Element group, String name) {
        NodeList found = group.getElementsByTagName(name);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            texts.add(found.item(i).getTextContent());
        }
        return texts;
    }
}

// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The form of openHAB, the form of other consoles and the translations speak of the same. */
class FormsTest {
    private static final String FORM = "/OH-INF/config/latchkey-bridge.xml";
    private static final String OTHER_FORM = "/OSGI-INF/metatype/io.latchkey.bridge.xml";
    private static final Map<String, String> TYPES =
            Map.of("String", "text", "Password", "text", "Integer", "integer", "Boolean", "boolean");

    @Test
    void theFormHasWhatTheBridgeReads() throws Exception {
        assertEquals(otherFields(), fields());
    }

    /** What has no group stands before all others on a page: that is where the bridges are shown. */
    @ParameterizedTest
    @ValueSource(strings = {"latchkey", "latchkey-bridge"})
    void everythingHasAGroup(String form) throws Exception {
        Document document = document("/OH-INF/config/" + form + ".xml");
        Set<String> groups = new HashSet<>();
        elements(document, "parameter-group").forEach(group -> groups.add(group.getAttribute("name")));
        for (Element parameter : elements(document, "parameter")) {
            assertTrue(groups.contains(parameter.getAttribute("groupName")), parameter.getAttribute("name"));
        }
    }

    @Test
    void optionsAreThoseOfTheBridge() throws Exception {
        assertEquals(
                values(element(OTHER_FORM, "AD", "category"), "Option"),
                values(element(FORM, "parameter", "category"), "option"));
    }

    @Test
    void openhabFindsTheFormOfTheAddOn() throws Exception {
        Element addon = document("/OH-INF/addon/addon.xml").getDocumentElement();
        assertEquals("latchkey", addon.getAttribute("id"));
        assertEquals(HostSettings.PID, text(addon, "service-id"));
        Element reference =
                (Element) addon.getElementsByTagName("config-description-ref").item(0);
        Element form = (Element) document("/OH-INF/config/latchkey.xml")
                .getElementsByTagName("config-description")
                .item(0);
        assertEquals(form.getAttribute("uri"), reference.getAttribute("uri"));
        assertEquals(0, addon.getElementsByTagName("keywords").getLength(), "older versions can't read it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"latchkey", "latchkey-bridge"})
    void everythingIsTranslated(String form) throws Exception {
        Properties english = texts("");
        Properties german = texts("_de");
        assertEquals(english.stringPropertyNames(), german.stringPropertyNames());
        String prefix = "io.config." + form + ".";
        Set<String> expected = new TreeSet<>();
        Document document = document("/OH-INF/config/" + form + ".xml");
        for (Element parameter : elements(document, "parameter")) {
            String key = prefix + parameter.getAttribute("name") + ".";
            translated(english, expected, parameter, key);
            for (Element option : elements(parameter, "option")) {
                String optionKey = key + "option." + option.getAttribute("value");
                expected.add(optionKey);
                assertEquals(option.getTextContent(), english.getProperty(optionKey));
            }
        }
        for (Element group : elements(document, "parameter-group")) {
            translated(english, expected, group, prefix + "group." + group.getAttribute("name") + ".");
        }
        Set<String> there = new TreeSet<>(english.stringPropertyNames());
        there.removeIf(key -> !key.startsWith(prefix));
        assertEquals(expected, there);
    }

    @Test
    void namesOfServicesAreTranslated() throws Exception {
        assertTrue(texts("").containsKey("service.io.latchkey-bridge.new"));
        assertTrue(texts("").containsKey("addon.latchkey.name"));
        assertTrue(!texts("").containsKey("service.io.latchkey-bridge.label"), "each bridge has a name of its own");
    }

    private static void translated(Properties english, Set<String> expected, Element element, String key) {
        for (String part : List.of("label", "description")) {
            if (element.getElementsByTagName(part).getLength() > 0) {
                expected.add(key + part);
                assertEquals(text(element, part), english.getProperty(key + part));
            }
        }
    }

    /** The keys of all settings of a bridge. */
    static Set<String> settings() throws Exception {
        return fields().keySet();
    }

    /** What a person can enter. */
    private record Field(String type, String byDefault, String min, String max) {}

    private static Map<String, Field> fields() throws Exception {
        Map<String, Field> fields = new TreeMap<>();
        for (Element parameter : elements(document(FORM), "parameter")) {
            fields.put(
                    parameter.getAttribute("name"),
                    new Field(
                            parameter.getAttribute("type"),
                            text(parameter, "default"),
                            parameter.getAttribute("min"),
                            parameter.getAttribute("max")));
        }
        return fields;
    }

    private static Map<String, Field> otherFields() throws Exception {
        Map<String, Field> fields = new TreeMap<>();
        for (Element field : elements(document(OTHER_FORM), "AD")) {
            if (!field.getAttribute("id").startsWith("webconsole.")) {
                fields.put(
                        field.getAttribute("id"),
                        new Field(
                                TYPES.get(field.getAttribute("type")),
                                field.getAttribute("default"),
                                field.getAttribute("min"),
                                field.getAttribute("max")));
            }
        }
        return fields;
    }

    private static Set<String> values(Element element, String tag) {
        Set<String> values = new HashSet<>();
        elements(element, tag).forEach(each -> values.add(each.getAttribute("value")));
        return values;
    }

    private static Element element(String file, String tag, String name) throws Exception {
        return elements(document(file), tag).stream()
                .filter(each -> each.getAttribute("name").equals(name)
                        || each.getAttribute("id").equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String text(Element element, String tag) {
        NodeList found = element.getElementsByTagName(tag);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent();
    }

    private static List<Element> elements(Document document, String tag) {
        return elements(document.getDocumentElement(), tag);
    }

    private static List<Element> elements(Element parent, String tag) {
        NodeList found = parent.getElementsByTagName(tag);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    private static Document document(String file) throws Exception {
        try (InputStream in = FormsTest.class.getResourceAsStream(file)) {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
        }
    }

    private static Properties texts(String language) throws Exception {
        Properties texts = new Properties();
        String file = "/OH-INF/i18n/latchkey" + language + ".properties";
        try (InputStreamReader in =
                new InputStreamReader(FormsTest.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
            texts.load(in);
        }
        return texts;
    }
}

// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.dependencies;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A pom.xml as it stands on disk: nothing is inherited and no profile is active. */
record PomFile(Path path, Element project) {
    private static final Pattern PROPERTY = Pattern.compile("\\$\\{([^}]+)}");

    static PomFile read(Path path) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            Document document =
                    factory.newDocumentBuilder().parse(new InputSource(new StringReader(Files.readString(path))));
            return new PomFile(path, document.getDocumentElement());
        } catch (IOException | ParserConfigurationException | SAXException broken) {
            throw new IllegalStateException(path + " can't be read", broken);
        }
    }

    /** All elements of a name, however deep they lie. */
    Stream<Element> all(String name) {
        NodeList found = project.getElementsByTagName(name);
        return IntStream.range(0, found.getLength()).mapToObj(found::item).map(Element.class::cast);
    }

    /** The element of that name directly in the project. */
    Optional<Element> child(String name) {
        return child(project, name);
    }

    static Optional<Element> child(Element parent, String name) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && element.getTagName().equals(name)) {
                return Optional.of(element);
            }
        }
        return Optional.empty();
    }

    static Optional<String> text(Element parent, String name) {
        return child(parent, name).map(element -> element.getTextContent().trim());
    }

    /** A text with its properties put in: first those of this file, then those of the other. */
    String filled(String text, PomFile parent) {
        return PROPERTY.matcher(text).replaceAll(match -> {
            String name = match.group(1);
            String value = property(name).or(() -> parent.property(name)).orElse(match.group());
            return Matcher.quoteReplacement(value.equals(match.group()) ? value : filled(value, parent));
        });
    }

    private Optional<String> property(String name) {
        return child("properties").flatMap(properties -> text(properties, name));
    }
}

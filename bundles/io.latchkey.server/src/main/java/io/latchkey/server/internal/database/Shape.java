// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.database;

import io.latchkey.api.model.Constraints;
import io.latchkey.api.model.Permission;
import io.latchkey.api.model.Service;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The shape of an accessory database: everything but values. When it changes, and only then, the configuration number
 * rises (HAP specification R2 section 6.4). The firmware revision counts as shape, because its rise asks for a new number.
 */
final class Shape {
    private static final char SEPARATOR = '\u001f';

    private final StringBuilder text = new StringBuilder();
    private final Map<Set<Permission>, String> permissions = new IdentityHashMap<>();
    private final Map<Constraints, String> limits = new IdentityHashMap<>();

    private Shape() {}

    static String hash(List<PublishedAccessory> accessories) {
        Shape shape = new Shape();
        accessories.forEach(shape::add);
        return shape.digest();
    }

    private void add(PublishedAccessory accessory) {
        line(
                "accessory",
                accessory.aid(),
                LegalText.revision(accessory.definition().info().firmwareRevision()));
        for (PublishedService published : accessory.services()) {
            Service service = published.definition();
            line(
                    "service",
                    published.iid(),
                    service.type().uuid(),
                    service.isPrimary(),
                    service.isHidden(),
                    published.linked());
            published.characteristics().forEach(this::add);
        }
    }

    private void add(PublishedCharacteristic published) {
        var definition = published.definition();
        line(
                published.id().iid(),
                definition.type().uuid(),
                published.format(),
                definition.type().unit(),
                permissions.computeIfAbsent(definition.permissions(), Shape::inOrder),
                limits.computeIfAbsent(definition.constraints(), Shape::text),
                definition.description());
    }

    private static String inOrder(Set<Permission> permissions) {
        EnumSet<Permission> ordered = EnumSet.noneOf(Permission.class);
        ordered.addAll(permissions);
        return ordered.toString();
    }

    private static String text(Constraints limits) {
        return limits.toString() + SEPARATOR + limits.textLength() + SEPARATOR + limits.dataLength();
    }

    private void line(Object... parts) {
        for (Object part : parts) {
            text.append(part).append(SEPARATOR);
        }
        text.append('\n');
    }

    private String digest() {
        try {
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java lacks SHA-256", e);
        }
    }
}

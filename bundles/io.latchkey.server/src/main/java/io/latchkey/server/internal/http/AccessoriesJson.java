// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.http;

import io.latchkey.api.model.Format;
import io.latchkey.api.model.Permission;
import io.latchkey.api.model.Value;
import io.latchkey.server.internal.database.PublishedAccessory;
import io.latchkey.server.internal.database.PublishedCharacteristic;
import io.latchkey.server.internal.database.PublishedService;
import io.latchkey.server.internal.database.Snapshot;
import io.latchkey.server.internal.json.JsonBytes;
import io.latchkey.server.internal.json.JsonOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The list of all accessories as JSON with gaps: all that stays the same while a snapshot lasts is written once, values and
 * subscriptions are filled in for each answer. Immutable once made; safe for all threads.
 */
final class AccessoriesJson {
    private static final int BYTES_OF_A_VALUE = 8;

    private final List<PublishedCharacteristic> readable = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();
    private final byte[] text;

    /** A place to fill, before the byte of that index. */
    private record Gap(int index, PublishedCharacteristic characteristic, boolean isValue) {}

    AccessoriesJson(Snapshot snapshot) {
        JsonBytes bytes = new JsonBytes(1024);
        JsonOutput output = new JsonOutput(bytes);
        output.objectOf(members ->
                members.array("accessories", snapshot.accessories(), accessory -> write(output, bytes, accessory)));
        this.text = bytes.toArray();
    }

    /** Those whose values belong into the list. */
    List<PublishedCharacteristic> readable() {
        return readable;
    }

    /** The list with these values. */
    byte[] filled(Predicate<PublishedCharacteristic> isSubscribed, Function<PublishedCharacteristic, Value> shown) {
        JsonBytes bytes = new JsonBytes(text.length + gaps.size() * BYTES_OF_A_VALUE);
        int start = 0;
        for (Gap gap : gaps) {
            bytes.raw(text, start, gap.index());
            start = gap.index();
            PublishedCharacteristic characteristic = gap.characteristic();
            if (gap.isValue()) {
                bytes.value(shown.apply(characteristic), characteristic.format() == Format.UINT64);
            } else {
                bytes.truth(isSubscribed.test(characteristic));
            }
        }
        bytes.raw(text, start, text.length);
        return bytes.toArray();
    }

    private void write(JsonOutput output, JsonBytes bytes, PublishedAccessory accessory) {
        output.objectOf(members -> {
            members.member("aid", accessory.aid().value());
            members.array("services", accessory.services(), each -> write(members, bytes, each));
        });
    }

    private void write(JsonOutput output, JsonBytes bytes, PublishedService service) {
        output.objectOf(members -> {
            members.member("iid", service.iid().value());
            members.member("type", service.definition().type().uuid().text());
            if (service.definition().isPrimary()) {
                members.member("primary", true);
            }
            if (isHidden(service)) {
                members.member("hidden", true);
            }
            if (!service.linked().isEmpty()) {
                members.array("linked", service.linked(), iid -> members.element(iid.value()));
            }
            members.array("characteristics", service.characteristics(), each -> write(members, bytes, each));
        });
    }

    private static boolean isHidden(PublishedService service) {
        return service.definition().isHidden()
                || service.characteristics().stream().allMatch(each -> each.allows(Permission.HIDDEN));
    }

    private void write(JsonOutput output, JsonBytes bytes, PublishedCharacteristic characteristic) {
        output.objectOf(members -> {
            members.member("iid", characteristic.id().iid().value());
            CharacteristicMembers.type(members, characteristic);
            CharacteristicMembers.permissions(members, characteristic);
            if (characteristic.allows(Permission.PAIRED_READ)) {
                readable.add(characteristic);
                members.gap("value");
                gaps.add(new Gap(bytes.length(), characteristic, true));
            }
            if (characteristic.allows(Permission.EVENTS)) {
                members.gap("ev");
                gaps.add(new Gap(bytes.length(), characteristic, false));
            }
            CharacteristicMembers.meta(members, characteristic);
        });
    }
}

// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.takeover;

import io.latchkey.api.model.Catalogue;
import io.latchkey.api.model.HapUuid;
import io.latchkey.api.model.ServiceTypes;
import io.latchkey.api.store.Allocation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Gives one accessory the iids that the old add-on had given to it, as far as they are certain; automations in Home hang
 * on them. What isn't certain gets an iid that the old add-on had never given, so that no wrong one ever answers. For one
 * thread.
 */
final class Numbering {
    private static final HapUuid INFORMATION = ServiceTypes.ACCESSORY_INFORMATION.uuid();
    /** More than the old add-on can have given to characteristics that nobody knows of. */
    private static final int ROOM = 32;

    private final List<OldService> old;
    private final Optional<Allocation.Entry> before;
    private final Map<String, Long> iids = new LinkedHashMap<>();
    private final List<String> unsure = new ArrayList<>();
    private long next = 1;

    private Numbering(List<OldService> old, Optional<Allocation.Entry> before) {
        this.old = old;
        this.before = before;
    }

    /**
     * What came of it.
     *
     * @param entry to be stored
     * @param kept how many services and characteristics have their old iid
     * @param unsure names of those that the old add-on had, too, but whose iid isn't certain
     */
    record Result(Allocation.Entry entry, int kept, List<String> unsure) {
        Result {
            unsure = List.copyOf(unsure);
        }
    }

    /**
     * Numbers an accessory by what the old add-on has noted of it.
     *
     * @param aid what it had
     * @param noted its services
     * @param before what we have given to it so far
     */
    static Result of(long aid, List<OldService> noted, Optional<Allocation.Entry> before) {
        List<OldService> all = new ArrayList<>(noted);
        if (!all.get(0).type().equals(INFORMATION)) {
            all.add(0, new OldService(INFORMATION, OldOrder.KNOWN.first(INFORMATION)));
        }
        Numbering numbering = new Numbering(all, before);
        numbering.keep();
        return numbering.result(aid);
    }

    /** Numbers an accessory of which the old add-on has noted nothing: only what every such one begins with. */
    static Result unnoted(long aid, Allocation.Entry before) {
        List<HapUuid> types = before.iids().keySet().stream()
                .filter(Numbering::isService)
                .flatMap(key -> type(key).stream())
                .filter(type -> !type.equals(INFORMATION))
                .toList();
        List<OldService> assumed = new ArrayList<>();
        assumed.add(new OldService(INFORMATION, OldOrder.KNOWN.first(INFORMATION)));
        if (types.size() == 1) {
            assumed.add(new OldService(types.get(0), OldOrder.KNOWN.first(types.get(0))));
        }
        Numbering numbering = new Numbering(assumed, Optional.of(before));
        numbering.keep();
        numbering.next += ROOM;
        return numbering.result(aid);
    }

    private void keep() {
        Map<Integer, String> keys = keys();
        for (int place = 0; place < old.size(); place++) {
            OldService service = old.get(place);
            long iid = next;
            next += 1 + service.characteristics().size();
            String key = keys.get(place);
            if (key == null) {
                unsure.add(name(service.type()));
                continue;
            }
            iids.put(key, iid);
            Map<HapUuid, Integer> certain = OldOrder.KNOWN.certain(service);
            certain.forEach((type, offset) -> iids.put(key + "/" + type, iid + offset));
            service.characteristics().stream()
                    .filter(type -> !certain.containsKey(type))
                    .forEach(type -> unsure.add(characteristic(type)));
        }
    }

    private Result result(long aid) {
        int kept = iids.size();
        before.ifPresent(entry -> entry.iids().entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .filter(key -> !iids.containsKey(key))
                .forEach(key -> iids.put(key, next++)));
        String provider = before.map(Allocation.Entry::provider).orElse("");
        return new Result(new Allocation.Entry(aid, next, iids, provider), kept, unsure);
    }

    /** Our keys of the old services, by place; members of a group stand in the order of their names on both sides. */
    private Map<Integer, String> keys() {
        Map<Integer, String> keys = new HashMap<>();
        old.stream().map(OldService::type).distinct().forEach(type -> {
            List<Integer> places = IntStream.range(0, old.size())
                    .filter(place -> old.get(place).type().equals(type))
                    .boxed()
                    .toList();
            List<String> ours = ours(type);
            if (ours.size() == places.size() && (ours.size() == 1 || isOneWord(ours))) {
                places.forEach(place -> keys.put(place, ours.get(places.indexOf(place))));
            }
        });
        return keys;
    }

    private List<String> ours(HapUuid type) {
        List<String> words = OldOrder.KNOWN.words(type);
        if (type.equals(INFORMATION) || before.isEmpty() && isFirst(type) && !words.isEmpty()) {
            return words.subList(0, 1);
        }
        return before.map(entry -> entry.iids().keySet()).orElse(Set.of()).stream()
                .filter(Numbering::isService)
                .filter(key -> words.contains(word(key)))
                .sorted(Comparator.comparing((String key) -> key.indexOf(':') >= 0)
                        .thenComparing(key -> key.substring(key.indexOf(':') + 1)))
                .toList();
    }

    private boolean isFirst(HapUuid type) {
        return old.size() > 1 && old.get(1).type().equals(type);
    }

    private static boolean isOneWord(List<String> keys) {
        return keys.stream().map(Numbering::word).distinct().count() == 1;
    }

    private static Optional<HapUuid> type(String key) {
        return Catalogue.services().stream()
                .map(service -> service.uuid())
                .filter(type -> OldOrder.KNOWN.words(type).contains(word(key)))
                .findFirst();
    }

    private static boolean isService(String key) {
        return key.indexOf('/') < 0;
    }

    private static String word(String key) {
        int colon = key.indexOf(':');
        return colon < 0 ? key : key.substring(0, colon);
    }

    private static String name(HapUuid service) {
        return OldOrder.KNOWN.words(service).stream().findFirst().orElse(service.text());
    }

    private static String characteristic(HapUuid type) {
        return Catalogue.characteristic(type).map(each -> each.name()).orElse(type.text());
    }
}

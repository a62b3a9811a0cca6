// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal;

import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.item.Item;
import io.latchkey.api.model.Accessory;
import io.latchkey.api.model.Characteristic;
import io.latchkey.api.model.CharacteristicType;
import io.latchkey.api.model.Service;
import io.latchkey.api.model.Value;
import io.latchkey.api.verb.VerbResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The home of one fixture, with all accessory types, and where it deviates. A step is
 *
 * <ul>
 *   <li>{@code shows OWNER Service@Member Name=Value[least..most/step]{codes} links=Service@Member}: one service of the
 *       accessory that the item OWNER makes; all services are told, of the characteristics those that matter.
 *       {@code ~} is a blank; a name alone says that the characteristic is there,
 *   <li>{@code lacks OWNER Service@Member Name}: characteristics that aren't there,
 *   <li>{@code info OWNER Name=Value}: what the accessory says of itself,
 *   <li>{@code told OWNER Service@Member Name=Value -> Item COMMAND, Item COMMAND}: what one request tells items,
 *   <li>{@code says ITEM STATE}: an item gets a state,
 *   <li>{@code later SECONDS -> Item COMMAND}: what items are told while time passes,
 *   <li>{@code identifies OWNER ITEM}: which item is switched on to show the accessory,
 *   <li>{@code primary OWNER Service}: what the accessory is for,
 *   <li>{@code check ITEM fine|note|fault text}: what the verb {@code check} says of an item.
 * </ul>
 *
 * What no {@code shows} names makes no accessory.
 */
final class AddonFixtureHome {
    private final FakeItemRegistry items;
    private final ExposureFixture home;
    private final List<String> deviations = new ArrayList<>();
    private final Map<String, List<String>> services = new LinkedHashMap<>();

    private AddonFixtureHome(AddonFixture fixture) {
        items = new FakeItemRegistry(fixture.items("").toArray(Item[]::new));
        home = new ExposureFixture(EveryType.ALL.toArray(AccessoryType[]::new)).with("local", items);
    }

    /** Where Latchkey deviates from what the fixture expects; empty when nowhere. */
    static List<String> deviations(AddonFixture fixture) {
        AddonFixtureHome it = new AddonFixtureHome(fixture);
        it.home.open("", "");
        fixture.steps().forEach(it::step);
        it.expectNothingElse();
        return it.deviations;
    }

    private void step(String line) {
        String[] words = line.split("\\s+");
        String[] rest = Arrays.copyOfRange(words, 2, words.length);
        switch (words[0]) {
            case "shows" -> shows(words[1], rest);
            case "lacks" -> lacks(words[1], rest);
            case "info" -> info(words[1], rest);
            case "told" -> told(line, words[1], rest);
            case "says" -> says(words[1], String.join(" ", rest));
            case "check" -> check(words[1], rest);
            case "later" -> later(line, Duration.ofSeconds(Long.parseLong(words[1])));
            case "identifies" -> identifies(words[1], rest[0]);
            case "primary" -> primary(words[1], rest[0]);
            default -> throw new AssertionError("no step: " + line);
        }
    }

    private void shows(String owner, String[] words) {
        services.computeIfAbsent(owner, any -> new ArrayList<>()).add(words[0]);
        Optional<Service> service = service(owner, words[0]);
        if (service.isEmpty()) {
            deviations.add(owner + " has no " + words[0] + ", only " + found(owner));
            return;
        }
        for (int index = 1; index < words.length; index++) {
            compare(owner + " " + words[0], service.get(), words[index]);
        }
    }

    private void compare(String where, Service service, String word) {
        String[] limits = word.split("(?=\\[|\\{)");
        String[] pair = limits[0].split("=", 2);
        if (pair[0].equals("links")) {
            expect(
                    where + " links",
                    new TreeSet<>(List.of(pair[1].split(","))).toString(),
                    links(service).toString());
            return;
        }
        Optional<Characteristic> shown = characteristic(service, pair[0]);
        if (shown.isEmpty()) {
            deviations.add(where + " has no " + pair[0]);
            return;
        }
        if (pair.length > 1) {
            expect(where + " " + pair[0], pair[1].replace('~', ' '), HomeReading.text(shown.get()));
        }
        for (int index = 1; index < limits.length; index++) {
            ShownLimits.deviation(limits[index], shown.get())
                    .ifPresent(text -> deviations.add(where + " " + pair[0] + ": " + text));
        }
    }

    private void lacks(String owner, String[] words) {
        service(owner, words[0])
                .ifPresent(service -> Stream.of(words)
                        .skip(1)
                        .filter(name -> characteristic(service, name).isPresent())
                        .forEach(name -> deviations.add(owner + " " + words[0] + " has " + name)));
    }

    private void info(String owner, String[] words) {
        Accessory accessory = accessory(owner).orElseThrow(() -> new AssertionError("no accessory of " + owner));
        for (String word : words) {
            String[] pair = word.split("=", 2);
            String found = switch (pair[0]) {
                case "Name" -> accessory.info().name();
                case "Manufacturer" -> accessory.info().manufacturer();
                case "Model" -> accessory.info().model();
                case "SerialNumber" -> accessory.info().serialNumber();
                case "FirmwareRevision" -> accessory.info().firmwareRevision();
                default -> accessory.info().hardwareRevision().orElse("");
            };
            expect(owner + " " + pair[0], pair[1].replace('~', ' '), found);
        }
    }

    private void told(String line, String owner, String[] words) {
        Optional<Service> service = service(owner, words[0]);
        Map<CharacteristicType, Value> values = new LinkedHashMap<>();
        for (String word : List.of(words).subList(1, List.of(words).indexOf("->"))) {
            String[] pair = word.split("=", 2);
            service.flatMap(found -> characteristic(found, pair[0]))
                    .filter(shown -> shown.writer().isPresent())
                    .map(Characteristic::type)
                    .ifPresentOrElse(
                            type -> values.put(type, ValueTexts.value(type, pair[1].replace('~', ' '))),
                            () -> deviations.add(owner + " " + words[0] + " takes no " + pair[0]));
        }
        items.commands.clear();
        service.ifPresent(found -> home.write(key(owner), found.key(), values));
        home.workers.pass(ExposureFixture.SOON);
        expectCommands(line);
    }

    private void later(String line, Duration time) {
        items.commands.clear();
        home.workers.pass(time);
        expectCommands(line);
    }

    private void expectCommands(String line) {
        String expected = line.substring(line.indexOf("->") + 2).trim();
        expect(
                line.substring(0, line.indexOf("->")).trim(),
                expected.equals("nothing") ? "" : expected,
                String.join(", ", HomeReading.commands(items)));
    }

    private void identifies(String owner, String item) {
        items.commands.clear();
        accessory(owner).flatMap(Accessory::identify).ifPresent(Runnable::run);
        home.workers.pass(ExposureFixture.SOON);
        expect(owner + " identifies", item + " ON", String.join(", ", HomeReading.commands(items)));
    }

    private void primary(String owner, String name) {
        String found = accessory(owner).stream()
                .flatMap(accessory -> accessory.services().stream())
                .filter(Service::isPrimary)
                .map(AddonFixtureHome::name)
                .collect(Collectors.joining(", "));
        expect("primary of " + owner, name, found);
    }

    private void says(String item, String state) {
        items.update(item, state);
        home.workers.pass(ExposureFixture.SOON);
    }

    private void check(String item, String[] words) {
        VerbResult result = new CheckVerb(home.exposure, new FixedPlaces()).run(List.of(item, "--addon"));
        List<String> row =
                ((VerbResult.Output.Table) result.outputs().get(0)).rows().get(0);
        String text = String.join(" ", Arrays.copyOfRange(words, 1, words.length));
        expect("check " + item, words[0], row.get(0));
        if (!row.get(4).contains(text)) {
            deviations.add("check " + item + " says \"" + row.get(4) + "\", not \"" + text + "\"");
        }
    }

    /** All that became an accessory or a service is expected. */
    private void expectNothingElse() {
        Set<String> owners = home.sink.accessories.keySet().stream()
                .map(key -> key.substring("local:".length()))
                .collect(Collectors.toCollection(TreeSet::new));
        expect("accessories", new TreeSet<>(services.keySet()).toString(), owners.toString());
        services.forEach((owner, names) -> expect(
                "services of " + owner, new TreeSet<>(names).toString(), new TreeSet<>(found(owner)).toString()));
    }

    private void expect(String what, String expected, String found) {
        if (!expected.equals(found)) {
            deviations.add(what + " is " + found + ", not " + expected);
        }
    }

    private Optional<Accessory> accessory(String owner) {
        return Optional.ofNullable(home.sink.accessories.get(key(owner)));
    }

    private Optional<Service> service(String owner, String name) {
        return accessory(owner).stream()
                .flatMap(accessory -> accessory.services().stream())
                .filter(service -> name(service).equals(name))
                .findFirst();
    }

    private List<String> found(String owner) {
        return accessory(owner).stream()
                .flatMap(accessory -> accessory.services().stream())
                .map(AddonFixtureHome::name)
                .toList();
    }

    private Set<String> links(Service service) {
        return home.sink.accessories.values().stream()
                .flatMap(accessory -> accessory.services().stream())
                .filter(other -> service.linked().contains(other.key()))
                .map(AddonFixtureHome::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String name(Service service) {
        int colon = service.key().indexOf(':');
        return service.type().name() + (colon < 0 ? "" : "@" + service.key().substring(colon + 1));
    }

    private static Optional<Characteristic> characteristic(Service service, String name) {
        return service.characteristics().stream()
                .filter(each -> each.type().name().equals(name))
                .findFirst();
    }

    private static String key(String owner) {
        return "local:" + owner;
    }
}

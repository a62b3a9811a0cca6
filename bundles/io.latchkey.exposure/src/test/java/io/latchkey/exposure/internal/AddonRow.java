// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal;

import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.item.Item;
import io.latchkey.api.model.Characteristic;
import io.latchkey.api.model.CharacteristicType;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A row of the table of openHAB's HomeKit add-on for one kind of item, and what Latchkey makes of it: a group of the
 * type, an item of that kind in the role, and items for what else the add-on needs.
 *
 * @param expected what the add-on does
 * @param different the id of the difference that is meant to be; empty where Latchkey does the same
 */
record AddonRow(TypeTable.Row expected, Optional<String> different) {
    private static final String GROUP = "G";
    private static final String ITEM = "X";
    private static final String DIFFERENT = "different:";
    private static final List<String> PARTS_OF_TELEVISION = List.of("InputSource", "TelevisionSpeaker");
    private static final List<TypeTable.Row> TABLE = TypeTable.rows("addon/table.txt");

    /** All of them. */
    static List<AddonRow> all() {
        return TABLE.stream()
                .map(row -> new AddonRow(
                        row,
                        row.cases().stream()
                                .filter(word -> word.startsWith(DIFFERENT))
                                .map(word -> word.substring(DIFFERENT.length()))
                                .findFirst()))
                .toList();
    }

    /** The characteristics of the add-on's table, each once. */
    static List<String> characteristics() {
        return TABLE.stream()
                .map(row -> row.type() + "." + name(row))
                .distinct()
                .toList();
    }

    /** The items, named with that beginning. */
    List<Item> items(String prefix, String state) {
        List<String> lines = new ArrayList<>();
        String group = prefix + GROUP;
        String above = "";
        if (PARTS_OF_TELEVISION.contains(expected.type())) {
            lines.add("Group " + prefix + "Tv {homekit=\"Television\"}");
            lines.add("Switch " + prefix + "TvPower (" + prefix + "Tv) {homekit=\"Television.Active\"}");
            above = " (" + prefix + "Tv)";
        }
        String options = name(expected).equals("BatteryChargingState") ? " [chargeable=true]" : "";
        lines.add("Group " + group + above + " {homekit=\"" + expected.type() + "\"" + options + "}");
        lines.add(line(prefix + ITEM, group, expected) + " = " + state);
        others().forEach(other -> lines.add(line(prefix + name(other), group, other)));
        return lines.stream().map(ItemNotation::read).toList();
    }

    /** The item that the row is about. */
    String item(String prefix) {
        return prefix + ITEM;
    }

    /** Where Latchkey deviates from the add-on; empty when nowhere. */
    List<String> deviations() {
        Optional<Characteristic> shown =
                characteristic(home(new FakeItemRegistry(items("", "NULL").toArray(Item[]::new))));
        if (shown.isEmpty()) {
            return List.of("isn't shown");
        }
        return expected.cases().stream()
                .filter(each -> !each.startsWith(DIFFERENT))
                .flatMap(each -> each.matches("[\\[{].*")
                        ? ShownLimits.deviation(each, shown.get()).stream()
                        : deviations(each).stream())
                .toList();
    }

    private List<String> deviations(String each) {
        String[] pair = each.split("[=:<]", 2);
        String between = each.substring(pair[0].length(), pair[0].length() + 1);
        List<String> all = new ArrayList<>();
        if (!between.equals("<")) {
            String shown = shown(pair[0].replace('~', ' '));
            if (!shown.equals(pair[1])) {
                all.add(pair[0] + " shows " + shown + ", not " + pair[1]);
            }
        }
        if (!between.equals("=")) {
            List<String> told = told(pair[1]);
            if (!told.equals(List.of(pair[0]))) {
                all.add(pair[1] + " tells " + told + ", not " + pair[0]);
            }
        }
        return all;
    }

    private String shown(String state) {
        FakeItemRegistry items = new FakeItemRegistry(items("", "NULL").toArray(Item[]::new));
        ExposureFixture home = home(items);
        home.workers.pass(Duration.ofMinutes(1));
        items.update(ITEM, state);
        home.workers.pass(Duration.ofMinutes(1));
        if (type().equals(CharacteristicTypes.PROGRAMMABLE_SWITCH_EVENT)) {
            return home.sink.events.stream()
                    .filter(event -> event.startsWith(type() + "="))
                    .map(event -> event.substring(event.indexOf('=') + 1))
                    .findFirst()
                    .orElse("");
        }
        return characteristic(home).map(HomeReading::text).orElse("");
    }

    private List<String> told(String value) {
        FakeItemRegistry items = new FakeItemRegistry(items("", "NULL").toArray(Item[]::new));
        ExposureFixture home = home(items);
        Optional<Service> service = service(home);
        service.filter(found ->
                        found.find(type()).flatMap(Characteristic::writer).isPresent())
                .ifPresent(found -> home.write(key(), found.key(), Map.of(type(), ValueTexts.value(type(), value))));
        home.workers.pass(ExposureFixture.SOON);
        return HomeReading.commands(items).stream()
                .filter(command -> command.startsWith(ITEM + " "))
                .map(command -> command.substring(ITEM.length() + 1))
                .toList();
    }

    private static ExposureFixture home(FakeItemRegistry items) {
        ExposureFixture home = new ExposureFixture(EveryType.ALL.toArray(AccessoryType[]::new)).with("local", items);
        home.open("", "*");
        return home;
    }

    private Optional<Characteristic> characteristic(ExposureFixture home) {
        return role().flatMap(role -> service(home).flatMap(service -> service.find(role.type())));
    }

    private Optional<Service> service(ExposureFixture home) {
        return Optional.ofNullable(home.sink.accessories.get(key())).stream()
                .flatMap(accessory -> accessory.services().stream())
                .filter(service -> service.key().equals(serviceKey()))
                .findFirst();
    }

    private String key() {
        return "local:" + (isPart() ? "Tv" : GROUP);
    }

    private String serviceKey() {
        return expected.type() + (isPart() ? ":" + GROUP : "");
    }

    private boolean isPart() {
        return PARTS_OF_TELEVISION.contains(expected.type());
    }

    private CharacteristicType type() {
        return role().orElseThrow().type();
    }

    private Optional<Role> role() {
        return EveryType.ALL.stream()
                .filter(type -> type.name().equals(expected.type()))
                .flatMap(type -> type.roles().stream())
                .filter(role -> role.isCalled(name(expected)))
                .findFirst();
    }

    /** What else the add-on needs, each by the kind that its table has first. */
    private List<TypeTable.Row> others() {
        Stream<TypeTable.Row> needed = TABLE.stream()
                .filter(row -> row.type().equals(expected.type()) && row.role().endsWith("!"))
                .filter(row -> !name(row).equals("BatteryChargingState"));
        Stream<TypeTable.Row> setpoint = TABLE.stream()
                .filter(row ->
                        expected.type().equals("Thermostat") && row.type().equals("Thermostat"))
                .filter(row ->
                        name(row).equals("TargetTemperature") && !name(expected).contains("TargetTemperature"))
                .filter(row -> !name(expected).contains("Threshold"));
        List<TypeTable.Row> all = new ArrayList<>();
        Stream.concat(needed, setpoint)
                .filter(row -> !name(row).equals(name(expected)))
                .filter(row -> all.stream().noneMatch(known -> name(known).equals(name(row))))
                .forEach(all::add);
        return all;
    }

    private static String line(String name, String group, TypeTable.Row row) {
        return row.kind() + " " + name + " (" + group + ") {homekit=\"" + row.type() + "." + name(row) + "\"}";
    }

    private static String name(TypeTable.Row row) {
        return row.role().replace("!", "");
    }

    @Override
    public String toString() {
        return expected.type() + "." + name(expected) + " " + expected.kind();
    }
}

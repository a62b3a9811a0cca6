// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.water.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.accessory.MappingContext;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.item.Item;
import io.latchkey.api.item.ItemState;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.item.Metadata;
import io.latchkey.api.model.Value;
import io.latchkey.api.testing.BehaviourTester;
import io.latchkey.api.testing.Conversion;
import io.latchkey.api.testing.TypeRules;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each item alone is shown as, and told. */
class WaterTest {
    private static final List<AccessoryType> TYPES = List.of(new Valve(), new Faucet(), new IrrigationSystem());

    private static AccessoryType type(String name) {
        return TYPES.stream()
                .filter(type -> type.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Valve | ActiveStatus | Switch | | ON | 1",
                "Valve | Active | Switch | inverted=true | ON | 0",
                "Valve | ActiveStatus | Dimmer | | 0 | 0",
                "Valve | ActiveStatus | Dimmer | | 1 | 1",
                "Valve | InUseStatus | Contact | | OPEN | 1",
                "Valve | InUseStatus | Contact | inverted=true | OPEN | 0",
                "Valve | InUseStatus | Switch | | OFF | 0",
                "Valve | InUseStatus | Dimmer | | 40 | 1",
                "Valve | Duration | Number | | 600 | 600",
                "Valve | Duration | Number | | 10 min | 600",
                "Valve | Duration | Number | | 7200 | 3600",
                "Valve | Duration | Number | maxValue=2 h | 7200 | 7200",
                "Valve | Duration | Number | | -5 | 0",
                "Valve | RemainingDuration | Number | | 59.6 | 60",
                "Valve | FaultStatus | Contact | | OPEN | 1",
                "Valve | FaultStatus | Number | | 1 | 1",
                "Valve | FaultStatus | String | GENERAL_FAULT=leck | leck | 1",
                "Valve | FaultStatus | Switch | inverted=true | OFF | 1",
                "Valve | IsConfigured | Switch | | ON | 1",
                "Valve | Configured | Contact | | CLOSED | 0",
                "Valve | IsConfigured | Dimmer | inverted=true | 0 | 1",
                "Faucet | Active | Switch | | ON | 1",
                "Faucet | ActiveStatus | Contact | | OPEN | 1",
                "Faucet | Active | Dimmer | inverted=true | 100 | 0",
                "Faucet | FaultStatus | String | | general_fault | 1",
                "IrrigationSystem | Active | Switch | | ON | 1",
                "IrrigationSystem | ActiveStatus | Contact | | CLOSED | 0",
                "IrrigationSystem | Active | Dimmer | | 30 | 1",
                "IrrigationSystem | Active | Number | | 1 | 1",
                "IrrigationSystem | Active | String | | active | 1",
                "IrrigationSystem | Active | String | | Off | 0",
                "IrrigationSystem | Active | String | ACTIVE=an | an | 1",
                "IrrigationSystem | InUseStatus | Switch | | ON | 1",
                "IrrigationSystem | InUseState | String | | IN_USE | 1",
                "IrrigationSystem | InUseStatus | Contact | inverted=true | CLOSED | 1",
                "IrrigationSystem | InUseStatus | Dimmer | | 0 | 0",
                "IrrigationSystem | InUseStatus | Number | | 3 | ''",
                "IrrigationSystem | ProgramMode | String | | NO_SCHEDULED | 0",
                "IrrigationSystem | ProgramMode | String | | scheduled | 1",
                "IrrigationSystem | ProgramMode | String | SCHEDULED_MANUAL=hand | hand | 2",
                "IrrigationSystem | ProgramMode | String | | never | ''",
                "IrrigationSystem | RemainingDuration | Number | | 2 min | 120",
                "IrrigationSystem | FaultStatus | Switch | | ON | 1",
            })
    void aStateIsShownAs(String type, String role, String item, String options, String state, String shown) {
        Optional<Value> value = Conversion.of(type(type), role, item, options).shown(state);
        assertEquals(shown, value.map(WaterTest::text).orElse(""));
    }

    private static String text(Value value) {
        return value.toString().replaceAll("^\\w+\\[\\w+=|]$", "");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Valve | ActiveStatus | Switch | | 1 | ON",
                "Valve | ActiveStatus | Switch | inverted=true | 1 | OFF",
                "Valve | ActiveStatus | Dimmer | | 0 | OFF",
                "Valve | Duration | Number | | 900 | 900",
                "Faucet | Active | Switch | | 1 | ON",
                "Faucet | Active | Dimmer | | 0 | OFF",
                "Faucet | Active | Contact | | 1 | ''",
                "IrrigationSystem | Active | Switch | | 0 | OFF",
                "IrrigationSystem | Active | Dimmer | inverted=true | 0 | ON",
                "IrrigationSystem | Active | Number | | 1 | 1",
                "IrrigationSystem | Active | String | | 1 | ACTIVE",
                "IrrigationSystem | Active | String | INACTIVE=[aus,stop] | 0 | aus",
                "IrrigationSystem | Active | Contact | | 1 | ''",
            })
    void aWriteIsToldAs(String type, String role, String item, String options, long written, String told) {
        assertEquals(
                told,
                Conversion.of(type(type), role, item, options)
                        .told(Value.of(written))
                        .orElse(""));
    }

    @ParameterizedTest
    @CsvSource({
        "Valve, ValveType, Generic, 0",
        "Valve, ValveType, irrigation, 1",
        "Valve, homekitValveType, Shower, 2",
        "Valve, homekitValveType, faucet, 3",
        "Valve, ValveType, WATER_FAUCET, 3",
        "Valve, ValveType, hydrant, ''",
        "Valve, ServiceIndex, 4, 4",
        "Valve, ServiceIndex, 0, 1",
    })
    void metadataFixes(String type, String word, String text, String shown) {
        Role role = type(type).roles().stream()
                .filter(each -> each.isCalled(word))
                .findFirst()
                .orElseThrow();
        assertEquals(Set.of(), role.items());
        ItemType kind = text.matches("\\d+") ? ItemType.NUMBER : ItemType.STRING;
        MappingContext context = new MappingContext(role, Item.of("It", kind).build(), Metadata.NONE);
        Optional<Value> value = role.mapping()
                .toValue(ItemState.parse(kind, text).orElseThrow(), context)
                .flatMap(each -> role.type().constraints().fit(role.type().format(), each));
        assertEquals(shown, value.map(WaterTest::text).orElse(""));
    }

    @Test
    void valvesAreLinked() {
        assertEquals(Set.of("Faucet", "IrrigationSystem", "ServiceLabel"), new Valve().linkedUnder());
        assertTrue(TYPES.stream().map(AccessoryType::name).toList().containsAll(Set.of("Faucet", "IrrigationSystem")));
    }

    @Property(tries = 300)
    void noStateIsShownIllegally(@ForAll Random random) {
        TYPES.forEach(type -> TypeRules.staysLegal(type, random, null));
        TYPES.forEach(type -> TypeRules.staysLegal(type, random, "inverted=true;maxValue=9000;ACTIVE=2;IN_USE=1"));
    }

    @Property(tries = 200)
    void nothingThatHappensHarms(@ForAll Random random) {
        BehaviourTester.of(new Valve())
                .with("V", "Switch", "ActiveStatus InUseStatus", "homekitTimer=true;homekitDefaultDuration=5000")
                .with("D", "Number", "Duration", random.nextBoolean() ? "maxValue=900;minValue=60" : "")
                .with("R", "Number", "RemainingDuration", "maxValue=600")
                .runAtRandom(random, 60);
        BehaviourTester.of(new Valve())
                .with("V", "Dimmer", "ActiveStatus", "homekitDefaultDuration=7200")
                .with("R", "Number", "RemainingDuration", "")
                .runAtRandom(random, 60);
        BehaviourTester.of(new IrrigationSystem())
                .with("A", "String", "Active", "")
                .with("R", "Number", "RemainingDuration", "")
                .runAtRandom(random, 60);
    }

    @Test
    void everyTypeIsWhole() {
        TYPES.forEach(TypeRules::isWhole);
    }
}

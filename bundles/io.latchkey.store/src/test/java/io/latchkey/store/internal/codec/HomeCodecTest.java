// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal.codec;

import static io.latchkey.store.internal.codec.CodecRoundTrip.roundTrip;

import io.latchkey.api.item.Option;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.HapUuid;
import io.latchkey.api.model.ServiceType;
import io.latchkey.api.model.ServiceTypes;
import io.latchkey.api.model.Value;
import io.latchkey.api.store.CharacteristicShape;
import io.latchkey.api.store.Choices;
import io.latchkey.api.store.Choices.Choice;
import io.latchkey.api.store.Domain;
import io.latchkey.api.store.ExtensionShapes;
import io.latchkey.api.store.ExtensionShapes.AddedService;
import io.latchkey.api.store.ExtensionShapes.Addition;
import io.latchkey.api.store.ItemDescription;
import io.latchkey.api.store.ItemDescriptions;
import io.latchkey.api.store.ServiceShape;
import io.latchkey.api.store.Transitions;
import io.latchkey.api.store.Transitions.Running;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NotBlank;

/** What a bridge remembers of items and of what its accessories were told comes back as it was. */
class HomeCodecTest {
    @Property(tries = 100)
    void transitions(@ForAll long since, @ForAll @LongRange(min = 1) long aid, @ForAll @IntRange(max = 4) int count) {
        List<Running> running = IntStream.range(0, count)
                .mapToObj(i -> new Running(aid, i + 2, since, "AQEJ".repeat(i)))
                .toList();
        roundTrip(Domain.TRANSITIONS, new Transitions(running));
    }

    @Property(tries = 50)
    void extensions(@ForAll @NotBlank String accessory, @ForAll @NotBlank String extension) {
        List<CharacteristicShape> added = Stream.of(
                        CharacteristicTypes.BRIGHTNESS, CharacteristicTypes.COLOR_TEMPERATURE)
                .map(type -> new CharacteristicShape(
                        type, type.permissions(), type.constraints(), Optional.of(extension), Optional.empty()))
                .toList();
        roundTrip(
                Domain.EXTENSIONS,
                new ExtensionShapes(Map.of(accessory, List.of(new Addition(extension, "Lightbulb", added)))));
        ServiceShape service = new ServiceShape(ServiceTypes.LIGHTBULB, "Light", false, true, List.of("Other"), added);
        ServiceType foreign = new ServiceType(
                "Mine", "Mine", new HapUuid("E863F007-079E-48FF-8F27-9C2605A29F52"), List.of(), List.of());
        ServiceShape own = new ServiceShape(foreign, extension.replace('/', '-'), false, false, List.of(), added);
        roundTrip(
                Domain.EXTENSIONS,
                new ExtensionShapes(
                        Map.of("another", List.of(new Addition(extension, "Lightbulb", added))),
                        Map.of(
                                accessory,
                                List.of(new AddedService(extension, service), new AddedService(extension, own)))));
    }

    @Property(tries = 100)
    void choices(@ForAll String text, @ForAll long whole, @ForAll double decimal, @ForAll boolean on) {
        double finite = Double.isFinite(decimal) ? decimal : 21;
        List<Choice> made = Stream.of(Value.of(text), Value.of(whole), Value.of(finite), Value.of(21.0), Value.of(on))
                .map(value -> new Choice("local:" + text, "Input/" + on, "ConfiguredName", value))
                .toList();
        roundTrip(Domain.CHOICES, new Choices(made));
    }

    @Property(tries = 100)
    void descriptions(@ForAll String text, @ForAll BigDecimal number, @ForAll @IntRange(max = 3) int count) {
        List<Option> options = IntStream.range(0, count)
                .mapToObj(i -> new Option(text + i, text))
                .toList();
        roundTrip(
                Domain.DESCRIPTIONS,
                new ItemDescriptions(Map.of(
                        "openhab:Heat",
                        new ItemDescription(
                                Optional.of(number),
                                Optional.empty(),
                                Optional.of(number.negate()),
                                options,
                                List.of()),
                        text,
                        new ItemDescription(
                                Optional.empty(), Optional.empty(), Optional.empty(), List.of(), options))));
    }
}

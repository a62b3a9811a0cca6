// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.semantic;

import io.latchkey.api.item.Item;
import io.latchkey.api.item.ItemType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds what one thing is in Home and writes it down as notes. Used by one reading at a time, for one thing. */
final class EquipmentResolver {
    private static final String BATTERY = "Battery";
    private static final String BUTTON = "StatelessProgrammableSwitch";

    private final Item owner;
    private final List<Point> points;
    private final SemanticNotes notes;
    private final List<ServiceMatch> fits = new ArrayList<>();
    private final Set<String> used = new HashSet<>();
    private final Set<String> types = new LinkedHashSet<>();

    /**
     * Begins with nothing.
     *
     * @param owner the thing, or a point that belongs to none
     * @param points its points, by name
     */
    EquipmentResolver(Item owner, List<Point> points, SemanticNotes notes) {
        this.owner = owner;
        this.points = points;
        this.notes = notes;
    }

    /**
     * Makes the first of the main services that can be made, and those that further points make.
     *
     * @param parts the things that are parts of it and are something in Home themselves
     */
    void make(EquipmentServices offer, List<Item> parts) {
        for (ServiceChoice choice : offer.main()) {
            if (!(choice.isNesting() && parts.isEmpty()) && make(choice, parts)) {
                break;
            }
        }
        offer.further().forEach(choice -> make(choice, parts));
        SemanticRules.furtherOfAny().stream()
                .filter(choice -> !choice.service().equals(BATTERY) || !types.isEmpty())
                .forEach(choice -> make(choice, parts));
        types.stream()
                .findFirst()
                .filter(first -> owner.type() == ItemType.GROUP && !notes.isFirst(owner.name(), first))
                .ifPresent(first -> notes.option(owner.name(), "primary", first));
    }

    /** Whether a point plays a part. */
    boolean uses(Point point) {
        return used.contains(point.item().name());
    }

    /** Whether it is something by itself, whatever its parts are. */
    boolean isSomething() {
        return !types.isEmpty();
    }

    /** Why a point plays no part, for people. */
    String why(Point point) {
        return fits.stream()
                        .flatMap(fit -> fit.rival(point).stream()
                                .map(rival -> rival.getValue().item().name() + " is "
                                        + fit.choice().type() + "." + rival.getKey() + " of " + owner.name()
                                        + " already."))
                        .findFirst()
                        .orElse("Its tags, " + point.text() + ", mean nothing in Home for " + owner.name() + ".")
                + " Note homekit at the things that shall be otherwise.";
    }

    private boolean make(ServiceChoice choice, List<Item> parts) {
        if (types.contains(choice.type()) && !choice.isEach()) {
            return false;
        }
        return choice.isEach() ? makeEach(choice, parts) : makeOne(choice);
    }

    private boolean makeOne(ServiceChoice choice) {
        Optional<ServiceMatch> fit = ServiceMatch.of(choice, points).filter(this::hasNew);
        fit.ifPresent(this::note);
        return fit.isPresent();
    }

    private boolean hasNew(ServiceMatch fit) {
        return fit.assigned().values().stream().anyMatch(point -> !uses(point));
    }

    private void note(ServiceMatch fit) {
        String type = fit.choice().type();
        fits.add(fit);
        types.add(type);
        notes.say(owner.name(), type);
        fit.constants().forEach((name, value) -> notes.option(owner.name(), name, value));
        fit.assigned().forEach((role, point) -> {
            String item = point.item().name();
            used.add(item);
            notes.say(item, type + "." + role);
            fit.options().get(role).forEach((name, value) -> notes.option(item, name, value));
        });
    }

    private boolean makeEach(ServiceChoice choice, List<Item> parts) {
        List<Point> all = points.stream()
                .filter(point -> !uses(point) && isMain(choice, point))
                .toList();
        all.forEach(point -> makeAlone(choice, point));
        if (choice.type().equals(BUTTON)) {
            label(all, parts);
        }
        return !all.isEmpty();
    }

    private static boolean isMain(ServiceChoice choice, Point point) {
        return point.item().type() != ItemType.GROUP
                && SemanticRules.lines(choice.service()).stream()
                        .filter(line -> !line.needed().isEmpty())
                        .anyMatch(line -> ServiceMatch.best(line, List.of(point), choice.isStrict())
                                .isPresent());
    }

    private void makeAlone(ServiceChoice choice, Point point) {
        String item = point.item().name();
        used.add(item);
        types.add(choice.type());
        notes.say(item, choice.type());
        ServiceMatch.of(choice, List.of(point))
                .ifPresent(fit -> fit.options()
                        .values()
                        .forEach(each -> each.forEach((name, value) -> notes.option(item, name, value))));
    }

    /** Numbers the buttons of one thing, those in its parts too, as Home wants it where there may be several. */
    private void label(List<Point> buttons, List<Item> parts) {
        List<String> all = new ArrayList<>(buttons.stream()
                .map(point -> point.item().name())
                .filter(name -> !name.equals(owner.name()))
                .toList());
        parts.stream()
                .map(Item::name)
                .filter(name -> notes.isAlone(name, BUTTON))
                .forEach(all::add);
        all.sort(null);
        if (!all.isEmpty()) {
            notes.say(owner.name(), "ServiceLabel");
            types.add("ServiceLabel");
        }
        for (int index = 0; index < all.size(); index++) {
            notes.option(all.get(index), "ServiceIndex", BigDecimal.valueOf(index + 1L));
        }
    }
}

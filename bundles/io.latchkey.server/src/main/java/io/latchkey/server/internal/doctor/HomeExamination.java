// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.doctor;

import io.latchkey.api.bridge.AbsentAccessory;
import io.latchkey.api.bridge.AccessoryPlace;
import io.latchkey.api.bridge.AccessoryStatus;
import io.latchkey.api.bridge.BridgeRuntime;
import io.latchkey.api.bridge.BridgeStatus;
import io.latchkey.api.bridge.Diagnosis;
import io.latchkey.api.bridge.Examination;
import io.latchkey.api.bridge.ExaminedBridge;
import io.latchkey.api.model.ServiceType;
import io.latchkey.api.model.ServiceTypes;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Looks at what bridges show: what is absent, what has no place, and what Home doesn't take behind a bridge. */
@Component(service = Examination.class)
public final class HomeExamination implements Examination {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final BridgeRuntime runtime;

    /** Looks at what these bridges tell of themselves. */
    @Activate
    public HomeExamination(@Reference BridgeRuntime runtime) {
        this.runtime = runtime;
    }

    @Override
    public String subject() {
        return "the accessories";
    }

    @Override
    public CompletionStage<List<Diagnosis>> examine(List<ExaminedBridge> bridges) {
        return CompletableFuture.completedFuture(
                bridges.stream().flatMap(this::diagnoses).toList());
    }

    private Stream<Diagnosis> diagnoses(ExaminedBridge bridge) {
        List<AccessoryStatus> accessories = runtime.accessories(bridge.id());
        List<Diagnosis> seen = new ArrayList<>();
        absent(bridge.id(), runtime.absent(bridge.id())).ifPresent(seen::add);
        leftOut(bridge.id()).ifPresent(seen::add);
        if (bridge.status().standalone().isPresent()) {
            unpairedAlone(bridge.status()).ifPresent(seen::add);
        } else {
            behindBridge(bridge, accessories).forEach(seen::add);
        }
        if (seen.isEmpty() && !accessories.isEmpty()) {
            seen.add(Diagnosis.right(
                    "home-whole", bridge.id(), "Shows " + accessories.size() + " accessories, and all are there."));
        }
        return seen.stream();
    }

    private Stream<Diagnosis> behindBridge(ExaminedBridge bridge, List<AccessoryStatus> accessories) {
        return Stream.of(
                        unpairedFurther(bridge),
                        televisions(bridge.id(), of(accessories, ServiceTypes.TELEVISION)),
                        cameras(bridge.id(), of(accessories, ServiceTypes.CAMERA_RTP_STREAM_MANAGEMENT)))
                .flatMap(Optional::stream);
    }

    private static Optional<Diagnosis> unpairedAlone(BridgeStatus server) {
        if (server.controllers() > 0 || server.accessories() == 0) {
            return Optional.empty();
        }
        return Optional.of(Diagnosis.mend(
                "standalone-unpaired",
                server.id(),
                "\"" + server.name() + "\" stands alone, and nobody is paired with it.",
                "It is paired by itself; its bridge shows it only as long as that has shown it before, and nobody has"
                        + " paired with it here.",
                "Add it in Home with the code that latchkey:qr " + server.id()
                        + " shows, or take its option standalone away."));
    }

    private static Optional<Diagnosis> absent(String bridge, List<AbsentAccessory> absent) {
        if (absent.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Diagnosis.mend(
                "accessory-absent",
                bridge,
                count(absent.size(), "accessory isn't", "accessories aren't") + " there, wholly or in part: "
                        + ShortList.of(absent, ", ", HomeExamination::text) + ".",
                "They keep their place in Home and answer \"No Response\" until what they are made of is back.",
                "Bring back what is missing. What is gone for good is taken out of Home with latchkey:prune; what has"
                        + " another name now gets the old place with latchkey:adopt. latchkey:absent " + bridge
                        + " lists them all."));
    }

    private static String text(AbsentAccessory absent) {
        return absent.name() + " (since " + TIME.format(absent.since().atZone(ZoneId.systemDefault())) + ": "
                + absent.why().reason() + ")";
    }

    private Optional<Diagnosis> leftOut(String bridge) {
        List<AccessoryPlace> without = runtime.places(bridge).stream()
                .filter(place -> place.obstacle().isPresent())
                .toList();
        if (without.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Diagnosis.mend(
                "accessory-left-out",
                bridge,
                count(without.size(), "accessory has", "accessories have") + " no place on any bridge: "
                        + ShortList.of(
                                without,
                                ", ",
                                each -> each.key() + " (" + each.obstacle().orElseThrow() + ")")
                        + ".",
                "Home doesn't see them.",
                "Do what is said behind each of them."));
    }

    private Optional<Diagnosis> unpairedFurther(ExaminedBridge bridge) {
        boolean isFurther = runtime.bridges().stream()
                .anyMatch(
                        first -> first.configurationPid().equals(bridge.status().configurationPid())
                                && bridge.id().startsWith(first.id() + "-"));
        if (!isFurther || bridge.status().controllers() > 0 || bridge.status().accessories() == 0) {
            return Optional.empty();
        }
        return Optional.of(Diagnosis.mend(
                "bridge-full",
                bridge.id(),
                "This bridge shows " + bridge.status().accessories()
                        + " accessories for which the first one has no room, and nobody is paired with it.",
                "A bridge can show 149 accessories; Home doesn't see those on a further bridge until that is paired, too.",
                "Add it in Home with the code that latchkey:qr " + bridge.id()
                        + " shows, or give the first one fewer accessories with its setting selection."));
    }

    private static Optional<Diagnosis> televisions(String bridge, List<AccessoryStatus> televisions) {
        if (televisions.size() < 2) {
            return Optional.empty();
        }
        return Optional.of(Diagnosis.mend(
                "televisions",
                bridge,
                "The bridge shows " + televisions.size() + " televisions: " + names(televisions) + ".",
                "Home shows one television behind a bridge; the others don't appear, or can't be used.",
                "Let televisions stand alone: standaloneTelevisions=true in the configuration of the bridge, or standalone=true at"
                        + " the item of a television. Then pair each with the code that latchkey:qr shows."));
    }

    private static Optional<Diagnosis> cameras(String bridge, List<AccessoryStatus> cameras) {
        if (cameras.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Diagnosis.mend(
                "camera-behind-bridge",
                bridge,
                "The bridge shows cameras: " + names(cameras) + ".",
                "Behind a bridge a camera shares the connection with all other accessories, and Home offers less of it.",
                "Let each camera stand alone, with standalone=true at its item or in the configuration of the bridge, and pair it"
                        + " with the code that latchkey:qr shows."));
    }

    private static List<AccessoryStatus> of(List<AccessoryStatus> accessories, ServiceType type) {
        return accessories.stream()
                .filter(each -> each.services().contains(type.name()))
                .toList();
    }

    private static String names(List<AccessoryStatus> accessories) {
        return accessories.stream().map(AccessoryStatus::name).collect(Collectors.joining(", "));
    }

    private static String count(int number, String one, String more) {
        return number + " " + (number == 1 ? one : more);
    }
}

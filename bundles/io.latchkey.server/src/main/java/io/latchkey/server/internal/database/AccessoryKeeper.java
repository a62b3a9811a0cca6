// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.database;

import io.latchkey.api.model.Accessory;
import io.latchkey.api.model.AccessoryOrigin;
import io.latchkey.api.provider.Absence;
import io.latchkey.api.provider.Absence.Cause;
import io.latchkey.api.provider.RememberedAccessory;
import io.latchkey.api.store.AccessoryShape;
import io.latchkey.api.store.AccessoryState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;

/**
 * The only place that knows which accessories the bridges of one configuration show and when one of them leaves. Home
 * forgets rooms, scenes and automations of what leaves, so an accessory stays, absent, until somebody's word takes it
 * away: its provider's {@code remove}, a deletion or a changed choice that lasts, a person who prunes. Providers tell it
 * what is there from any thread; whoever composes asks it what to show. Safe for all threads; pure but for its clock, which
 * comes with each call; calls no foreign code.
 */
final class AccessoryKeeper {
    private final Map<AccessoryKey, KnownAccessory> known = new LinkedHashMap<>();
    private final LeavingRule rule = new LeavingRule();
    private final ProviderPresence providers;
    private long counted;

    AccessoryKeeper(KeeperTime start) {
        this.providers = new ProviderPresence(start);
        this.counted = start.nanos();
    }

    /** What was remembered of an accessory; nothing happens when it is known already. */
    synchronized void remember(AccessoryKey key, Optional<AccessoryShape> shape, AccessoryState state, KeeperTime now) {
        known.computeIfAbsent(key, first -> KnownAccessory.remembered(key, shown(key, shape), state, now));
    }

    synchronized boolean isEmpty() {
        return known.isEmpty();
    }

    synchronized void join(String provider, Object owner) {
        providers.join(provider, owner);
    }

    synchronized boolean areAllComplete() {
        return providers.areAllComplete();
    }

    /**
     * An accessory is put; one that no bridge can show leaves the remembered one absent.
     *
     * @return whether it only came back as it was
     */
    synchronized boolean put(Object owner, AccessoryKey key, Accessory accessory, KeeperTime now) {
        Optional<String> fault = Placement.fault(accessory);
        KnownAccessory before = known.getOrDefault(key, KnownAccessory.newcomer(key));
        boolean isShown = before.merged().isPresent() && !Placement.isFaulty(before);
        if (fault.isPresent() && isShown) {
            known.put(key, before.absent(new Absence(Cause.MISSING, fault.get()), true, now));
            return false;
        }
        KnownAccessory after = before.put(owner, accessory, now);
        known.put(key, after);
        return !before.isThere() && shape(before).equals(shape(after));
    }

    /** Says that one isn't there, unless another owner has put it; tells whether that changes what is shown, or why. */
    synchronized boolean absent(Object owner, AccessoryKey key, Absence why, KeeperTime now) {
        KnownAccessory before = known.get(key);
        if (before == null || isAnothers(owner, before)) {
            return false;
        }
        KnownAccessory after = before.absent(why, true, now);
        known.put(key, after);
        return before.isThere()
                || before.merged().isEmpty()
                || !why(before).equals(why(after))
                || !leavesAt(before).equals(leavesAt(after));
    }

    /** Takes one out for good. */
    synchronized boolean remove(Object owner, AccessoryKey key) {
        KnownAccessory before = known.get(key);
        return before != null && !isAnothers(owner, before) && known.remove(key) != null;
    }

    /** Says that one provider has told all: what it didn't tell of isn't there. */
    synchronized void complete(Object owner, String provider, KeeperTime now) {
        providers.complete(provider, owner);
        Absence untold = new Absence(Cause.MISSING, "its provider is there and doesn't offer it");
        replaceAll(each ->
                each.key().provider().equals(provider) && isUntold(each) ? each.absent(untold, false, now) : each);
    }

    /** Lets a provider go: what it has put isn't there any more. */
    synchronized void leave(Object owner, String provider, KeeperTime now) {
        providers.leave(provider, owner);
        Absence away = new Absence(Cause.HOST_AWAY, "its provider isn't there");
        boolean nobody = !providers.isThere(provider);
        replaceAll(each -> each.isOf(owner) || nobody && each.key().provider().equals(provider) && !each.isThere()
                ? each.absent(away, false, now)
                : each);
    }

    /** The accessories of a provider, shown or remembered. */
    synchronized Collection<RememberedAccessory> remembered(String provider) {
        return known.values().stream()
                .filter(each -> each.key().provider().equals(provider))
                .map(each -> new RememberedAccessory(each.key().accessory(), origin(each)))
                .toList();
    }

    /**
     * Lets leave what has to, now.
     *
     * @param bridgeOf the place of the bridge that shows an accessory, negative when none does
     * @return those that were to leave and stay, because they are too many
     */
    synchronized List<AccessoryKey> settle(KeeperTime now, ToIntFunction<AccessoryKey> bridgeOf) {
        replaceAll(each -> each.settled(now));
        List<AccessoryKey> held = hold(now, bridgeOf);
        for (KnownAccessory each : List.copyOf(known.values())) {
            boolean due = leavesAt(each).stream().anyMatch(now::isAfter);
            if (due) {
                known.remove(each.key());
                rule.left(bridgeOf.applyAsInt(each.key()), now);
            }
        }
        return held;
    }

    /** The next steady moment at which something leaves. */
    synchronized OptionalLong nextLeaving() {
        return known.values().stream()
                .flatMapToLong(each -> each.nextLeaving().stream())
                .min();
    }

    /** All that is to be shown, in the order in which it came; what nobody knows the shape of is left out. */
    synchronized List<OfferedAccessory> offers(KeeperTime now) {
        Map<String, Presence> absent = new HashMap<>();
        List<OfferedAccessory> offers = new ArrayList<>(known.size());
        for (KnownAccessory each : known.values()) {
            if (each.merged().isPresent()) {
                Presence others = absent.computeIfAbsent(
                        each.key().provider(),
                        provider -> providers.isComingUp(provider, now) ? Presence.AWAITED : Presence.ABSENT);
                offers.add(new OfferedAccessory(each.key(), each.merged().get(), each.isThere(), others, each.state()));
            }
        }
        return offers;
    }

    /** A copy of all that is known at this moment. */
    synchronized List<KnownAccessory> all() {
        return List.copyOf(known.values());
    }

    /**
     * Counts the time in which absent accessories could have been there, and lets those leave that have been absent for
     * long enough.
     *
     * @param longest how long one is kept; zero is for ever
     * @return whether one has left
     */
    synchronized boolean count(KeeperTime now, Duration longest) {
        Duration passed = now.since(counted);
        counted = now.nanos();
        Set<String> hostsThere = new HashSet<>();
        known.values().stream().filter(KnownAccessory::isThere).forEach(each -> hostsThere.add(host(each)));
        replaceAll(each -> each.absence()
                .filter(absence -> absence.why().cause() != Cause.HOST_AWAY && hostsThere.contains(host(each)))
                .map(absence -> each.with(absence.longer(passed, now)))
                .orElse(each));
        return !longest.isZero()
                && known.values()
                        .removeIf(each -> each.absence()
                                .filter(absence -> absence.counted().compareTo(longest) >= 0)
                                .isPresent());
    }

    /** Why an accessory can't be pruned now; empty when it can. */
    synchronized Optional<String> hindrance(AccessoryKey key, KeeperTime now) {
        return Optional.ofNullable(known.get(key)).flatMap(each -> PruningRule.hindrance(each, providers, now));
    }

    /** A person takes it out; of one that is there, its missing parts. */
    synchronized void prune(AccessoryKey key) {
        known.computeIfPresent(key, (same, each) -> each.isThere() ? each.pruned() : null);
    }

    /** A successor has taken its place. */
    synchronized void forget(AccessoryKey key) {
        known.remove(key);
    }

    private List<AccessoryKey> hold(KeeperTime now, ToIntFunction<AccessoryKey> bridgeOf) {
        Map<Integer, List<KnownAccessory>> leaving = new HashMap<>();
        Map<Integer, Integer> heldBefore = new HashMap<>();
        Map<Integer, Integer> shown = new HashMap<>();
        for (KnownAccessory each : known.values()) {
            int bridge = bridgeOf.applyAsInt(each.key());
            shown.merge(bridge, 1, Integer::sum);
            if (each.absence().filter(CurrentAbsence::onlyPruned).isPresent()) {
                heldBefore.merge(bridge, 1, Integer::sum);
            }
            if (leavesAt(each).isPresent()) {
                leaving.computeIfAbsent(bridge, first -> new ArrayList<>()).add(each);
            }
        }
        List<AccessoryKey> held = new ArrayList<>();
        leaving.forEach((bridge, those) -> {
            int all = those.size() + heldBefore.getOrDefault(bridge, 0);
            if (bridge >= 0 && rule.isTooMany(bridge, all, shown.get(bridge), now)) {
                those.forEach(each -> {
                    known.put(each.key(), each.with(each.absence().orElseThrow().untilPruned()));
                    held.add(each.key());
                });
            }
        });
        return held;
    }

    private void replaceAll(UnaryOperator<KnownAccessory> change) {
        known.replaceAll((key, each) -> change.apply(each));
    }

    private static Optional<MergedAccessory> shown(AccessoryKey key, Optional<AccessoryShape> shape) {
        try {
            return shape.map(each -> MergedAccessory.absent(key.accessory(), each));
        } catch (IllegalStateException noSuchAccessory) {
            return Optional.empty();
        }
    }

    private static OptionalLong leavesAt(KnownAccessory accessory) {
        return accessory.absence().map(CurrentAbsence::leavesAt).orElse(OptionalLong.empty());
    }

    private static Optional<Absence> why(KnownAccessory accessory) {
        return accessory.absence().map(CurrentAbsence::why);
    }

    private static boolean isAnothers(Object owner, KnownAccessory accessory) {
        return accessory.isThere() && !accessory.isOf(owner);
    }

    private static boolean isUntold(KnownAccessory accessory) {
        return accessory.absence().filter(absence -> !absence.told()).isPresent();
    }

    private static Optional<AccessoryShape> shape(KnownAccessory accessory) {
        return accessory.merged().map(MergedAccessory::shape);
    }

    private static Optional<AccessoryOrigin> origin(KnownAccessory accessory) {
        return accessory.merged().flatMap(shown -> shown.shape().origin());
    }

    private static String host(KnownAccessory accessory) {
        String provider = accessory.key().provider();
        return origin(accessory).map(each -> provider + " " + each.host()).orElse(provider);
    }
}

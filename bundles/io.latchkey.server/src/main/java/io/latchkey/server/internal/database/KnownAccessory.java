// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.database;

import io.latchkey.api.model.Accessory;
import io.latchkey.api.model.MissingParts;
import io.latchkey.api.provider.Absence;
import io.latchkey.api.store.AccessoryShape;
import io.latchkey.api.store.AccessoryState;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;

/**
 * All that a bridge knows of one accessory, there or not, and what becomes of it. Immutable and pure: every event makes
 * another one.
 *
 * @param key names it
 * @param attached what stands behind it; empty while it isn't there
 * @param merged how it is shown; empty when its ids are in use and nobody has said yet what it is
 * @param absence empty while it is there
 * @param missing the parts that are shown and that it lacked when it was last there
 * @param seen the parts that were there in this run; empty when it was never there
 * @param came whether it is new in this run
 */
record KnownAccessory(
        AccessoryKey key,
        Optional<Attached> attached,
        Optional<MergedAccessory> merged,
        Optional<CurrentAbsence> absence,
        Map<String, MissingPart> missing,
        Set<String> seen,
        boolean came) {
    /** How long nobody must ask for an accessory, or a part must be missing, until it leaves. */
    static final Duration UNASKED = Duration.ofSeconds(30);
    /** How long a deleted item can come back. */
    static final Duration DELETED = Duration.ofSeconds(60);

    /**
     * What stands behind an accessory that is there.
     *
     * @param owner who has put it, by identity
     * @param definition as it was put
     */
    record Attached(Object owner, Accessory definition) {}

    /** One of former runs; without a shape when nobody knows it. */
    static KnownAccessory remembered(
            AccessoryKey key, Optional<MergedAccessory> shown, AccessoryState state, KeeperTime now) {
        CurrentAbsence absence = state.absence()
                .map(before -> CurrentAbsence.atStart(before, now))
                .orElseGet(() -> CurrentAbsence.begun(CurrentAbsence.silence(), false, OptionalLong.empty(), now));
        Map<String, MissingPart> missing = new HashMap<>();
        state.missingParts().forEach((part, since) -> missing.put(part, new MissingPart(since, OptionalLong.empty())));
        return new KnownAccessory(key, Optional.empty(), shown, Optional.of(absence), missing, Set.of(), false);
    }

    /** One that was never heard of. */
    static KnownAccessory newcomer(AccessoryKey key) {
        return new KnownAccessory(key, Optional.empty(), Optional.empty(), Optional.empty(), Map.of(), Set.of(), true);
    }

    boolean isThere() {
        return attached.isPresent();
    }

    /** Whether it was put by that owner and is there. */
    boolean isOf(Object owner) {
        return attached.filter(each -> each.owner() == owner).isPresent();
    }

    /** Its provider puts it. */
    KnownAccessory put(Object owner, Accessory accessory, KeeperTime now) {
        MissingParts rule = accessory.missingParts();
        Optional<AccessoryShape> before = merged.map(MergedAccessory::shape);
        MergedAccessory next =
                MergedAccessory.of(accessory, before, part -> rule != MissingParts.REMOVE && !isDue(part, now));
        Map<String, MissingPart> still = new HashMap<>();
        for (String part : next.missing()) {
            still.put(part, missing(part, rule, now));
        }
        Set<String> known = new HashSet<>(seen);
        known.addAll(MergedAccessory.parts(accessory));
        Attached by = new Attached(owner, accessory);
        return new KnownAccessory(key, Optional.of(by), Optional.of(next), Optional.empty(), still, known, came);
    }

    /**
     * It isn't there.
     *
     * @param told whether its provider says so, and not the bridge in its place
     */
    KnownAccessory absent(Absence why, boolean told, KeeperTime now) {
        OptionalLong leaving = leaving(why, now);
        CurrentAbsence next = absence.map(before -> before.because(why, told, leaving, now))
                .orElseGet(() -> CurrentAbsence.begun(why, told, leaving, now));
        Optional<MergedAccessory> shadow =
                isThere() ? merged.map(shown -> MergedAccessory.absent(key.accessory(), shown.shape())) : merged;
        return new KnownAccessory(key, Optional.empty(), shadow, Optional.of(next), withoutTimes(), seen, came);
    }

    /** The same with another absence. */
    KnownAccessory with(CurrentAbsence other) {
        return new KnownAccessory(key, attached, merged, Optional.of(other), missing, seen, came);
    }

    /** The same without the parts whose time is over. */
    KnownAccessory settled(KeeperTime now) {
        return missing.keySet().stream().anyMatch(part -> isDue(part, now)) ? without(part -> isDue(part, now)) : this;
    }

    /** The same, if it is there, without the parts that are missing. */
    KnownAccessory pruned() {
        return isThere() ? without(part -> true) : this;
    }

    /** The next steady moment at which it or a part of it leaves. */
    OptionalLong nextLeaving() {
        OptionalLong whole = absence.map(CurrentAbsence::leavesAt).orElse(OptionalLong.empty());
        if (whole.isPresent() || missing.isEmpty()) {
            return whole;
        }
        return missing.values().stream()
                .flatMapToLong(each -> each.leavesAt().stream())
                .min();
    }

    /** What the bridge writes down of it, without its values. */
    AccessoryState state() {
        Map<String, Instant> parts = new HashMap<>();
        missing.forEach((part, each) -> parts.put(part, each.since()));
        return new AccessoryState(Map.of(), absence.map(CurrentAbsence::remembered), parts);
    }

    private OptionalLong leaving(Absence why, KeeperTime now) {
        return switch (why.cause()) {
            case UNASKED -> seen.isEmpty() ? OptionalLong.empty() : OptionalLong.of(now.in(UNASKED));
            case WITHDRAWN -> OptionalLong.of(now.nanos());
            case DELETED -> OptionalLong.of(now.in(DELETED));
            case HOST_AWAY, MISSING -> OptionalLong.empty();
        };
    }

    private MissingPart missing(String part, MissingParts rule, KeeperTime now) {
        Optional<MissingPart> before = Optional.ofNullable(missing.get(part));
        Instant since = before.map(MissingPart::since).orElse(now.instant());
        if (rule == MissingParts.KEEP || !seen.contains(part)) {
            return new MissingPart(since, OptionalLong.empty());
        }
        OptionalLong leaves = before.map(MissingPart::leavesAt)
                .filter(OptionalLong::isPresent)
                .orElse(OptionalLong.of(now.in(UNASKED)));
        return new MissingPart(since, leaves);
    }

    private boolean isDue(String part, KeeperTime now) {
        MissingPart missed = missing.get(part);
        return missed != null
                && missed.leavesAt().isPresent()
                && now.isAfter(missed.leavesAt().getAsLong());
    }

    private KnownAccessory without(Predicate<String> leaves) {
        Map<String, MissingPart> staying = new HashMap<>(missing);
        staying.keySet().removeIf(leaves);
        MergedAccessory shown = MergedAccessory.of(
                attached.orElseThrow().definition(), merged.map(MergedAccessory::shape), staying::containsKey);
        return new KnownAccessory(key, attached, Optional.of(shown), absence, staying, seen, came);
    }

    private Map<String, MissingPart> withoutTimes() {
        Map<String, MissingPart> stopped = new HashMap<>();
        missing.forEach((part, each) -> stopped.put(part, new MissingPart(each.since(), OptionalLong.empty())));
        return stopped;
    }
}

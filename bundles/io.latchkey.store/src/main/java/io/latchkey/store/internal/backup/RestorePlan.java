// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal.backup;

import io.latchkey.api.identity.ConfigurationNumber;
import io.latchkey.api.identity.Pairing;
import io.latchkey.api.store.Allocation;
import io.latchkey.api.store.BeforeRestore;
import io.latchkey.api.store.BridgeMemory;
import io.latchkey.api.store.Configuration;
import io.latchkey.api.store.Domain;
import io.latchkey.api.store.Pairings;
import io.latchkey.store.internal.BridgeCopy;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a bridge is to remember once it is restored. A bridge that is the same one here as in the copy keeps whom it trusts
 * now: a restore takes trust from nobody, and gives it back only to those who are named on a person's word. Ids that were
 * given since then stay given. Asks which addresses this computer has, otherwise pure.
 *
 * @param from the bridge as it was
 * @param now what is remembered here
 * @param here what the configuration here says; empty when there is none
 * @param withRemoved whether controllers that were removed since then are to come back
 * @param newPort whether the bridge is to choose another port
 */
record RestorePlan(
        BridgeCopy from, BridgeMemory now, Optional<Map<String, String>> here, boolean withRemoved, boolean newPort) {

    /** Whether the bridge here is the one in the copy; a copy that was narrowed to ids and memory suits every bridge. */
    boolean isSameBridge() {
        return from.memory().get(Domain.IDENTITY).isEmpty()
                || from.memory().get(Domain.IDENTITY).equals(now.get(Domain.IDENTITY));
    }

    /** Whether controllers are paired with the bridge here that don't know the one in the copy. */
    boolean losesPairings() {
        return !isSameBridge() && !pairings(now).isEmpty();
    }

    /** The controllers in the copy that the same bridge doesn't trust any more. */
    List<Pairing> removed() {
        return isSameBridge() ? without(pairings(from.memory()), pairings(now)) : List.of();
    }

    /** The controllers that were paired with the same bridge since then; they stay. */
    List<Pairing> since() {
        return isSameBridge() ? without(pairings(now), pairings(from.memory())) : List.of();
    }

    /** The port that is remembered once it is restored. */
    OptionalInt port() {
        return newPort
                ? OptionalInt.empty()
                : from.memory()
                        .get(Domain.CONFIGURATION)
                        .map(Configuration::port)
                        .orElse(OptionalInt.empty());
    }

    /** What its configuration is to say. */
    RestoredSettings settings() {
        return RestoredSettings.of(from.settings(), here, isSameBridge(), newPort, LastAddresses::isOurs);
    }

    /** What the bridge is to remember; with it, without pairings and history, what it was before. */
    BridgeMemory memory() {
        BridgeMemory copy = from.memory().without(Domain.BEFORE_RESTORE);
        BridgeMemory restored = isSameBridge() ? trusted(copy) : copy;
        BridgeMemory before =
                now.without(Domain.BEFORE_RESTORE).without(Domain.PAIRINGS).without(Domain.HISTORY);
        Optional<Map<String, String>> settingsBefore = settings().to().map(to -> here.orElse(Map.of()));
        return numbered(restored).with(Domain.BEFORE_RESTORE, new BeforeRestore(before, settingsBefore));
    }

    /**
     * What a bridge remembered before it was restored, if that can be put back. Whom it trusts now it goes on to trust if it
     * is the same one.
     */
    static Optional<BridgeMemory> before(BridgeMemory now) {
        return now.get(Domain.BEFORE_RESTORE).map(BeforeRestore::memory).map(before -> {
            BridgeCopy copy = new BridgeCopy("", Map.of(), List.of(), before);
            RestorePlan back = new RestorePlan(copy, now, Optional.empty(), false, false);
            boolean isSame = before.get(Domain.IDENTITY).isPresent() && back.isSameBridge();
            BridgeMemory put = isSame ? back.trusted(before) : before.without(Domain.PAIRINGS);
            return back.numbered(put).without(Domain.BEFORE_RESTORE);
        });
    }

    private BridgeMemory trusted(BridgeMemory copy) {
        List<Pairing> back = withRemoved ? removed() : List.of();
        List<Pairing> all = Stream.concat(
                        pairings(now).stream(),
                        back.stream()
                                .filter(each -> pairings(now).stream()
                                        .noneMatch(one -> one.controller().equals(each.controller()))))
                .toList();
        BridgeMemory trusted = same(same(copy, Domain.IDENTITY), Domain.SETUP)
                .with(Domain.PAIRINGS, new Pairings(all))
                .with(
                        Domain.ALLOCATION,
                        merged(
                                copy.get(Domain.ALLOCATION).orElse(Allocation.EMPTY),
                                now.get(Domain.ALLOCATION).orElse(Allocation.EMPTY)));
        return same(same(same(trusted, Domain.CONTROLLER), Domain.BEFORE_TAKEOVER), Domain.HISTORY);
    }

    private <T> BridgeMemory same(BridgeMemory copy, Domain<T> domain) {
        return now.get(domain).map(value -> copy.with(domain, value)).orElseGet(() -> copy.without(domain));
    }

    /** The number rises, so that controllers look anew. */
    private BridgeMemory numbered(BridgeMemory memory) {
        Optional<Configuration> restored = memory.get(Domain.CONFIGURATION);
        if (restored.isEmpty()) {
            return memory;
        }
        ConfigurationNumber own = restored.get().number();
        ConfigurationNumber here = now.get(Domain.CONFIGURATION)
                .filter(each -> isSameBridge())
                .map(Configuration::number)
                .orElse(own);
        ConfigurationNumber next = (here.value() > own.value() ? here : own).next();
        Configuration configuration = restored.get().with(next, restored.get().shapeHash());
        return memory.with(Domain.CONFIGURATION, newPort ? configuration.with(OptionalInt.empty()) : configuration);
    }

    private static Allocation merged(Allocation then, Allocation now) {
        Map<String, Allocation.Entry> entries = new HashMap<>(then.accessories());
        Set<Long> given = new HashSet<>();
        entries.values().forEach(each -> given.add(each.aid()));
        now.accessories().forEach((key, entry) -> {
            Allocation.Entry earlier = entries.get(key);
            if (earlier == null && given.add(entry.aid())) {
                entries.put(key, entry);
            } else if (earlier != null && earlier.aid() == entry.aid()) {
                entries.put(key, merged(earlier, entry));
            }
        });
        return new Allocation(entries);
    }

    private static Allocation.Entry merged(Allocation.Entry then, Allocation.Entry now) {
        Map<String, Long> iids = new HashMap<>(then.iids());
        Set<Long> given = new HashSet<>(iids.values());
        now.iids().forEach((key, iid) -> {
            if (!iids.containsKey(key) && given.add(iid)) {
                iids.put(key, iid);
            }
        });
        return new Allocation.Entry(then.aid(), Math.max(then.nextIid(), now.nextIid()), iids, then.provider());
    }

    private static List<Pairing> pairings(BridgeMemory memory) {
        return memory.get(Domain.PAIRINGS).orElse(Pairings.NONE).pairings();
    }

    private static List<Pairing> without(List<Pairing> some, List<Pairing> others) {
        return some.stream()
                .filter(each -> others.stream().noneMatch(other -> other.equals(each)))
                .toList();
    }
}

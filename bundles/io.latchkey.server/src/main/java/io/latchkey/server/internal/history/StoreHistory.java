// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.history;

import io.latchkey.api.identity.ConfigurationNumber;
import io.latchkey.api.identity.Pairing;
import io.latchkey.api.store.BridgeMemory;
import io.latchkey.api.store.Configuration;
import io.latchkey.api.store.Domain;
import io.latchkey.api.store.Happening.Kind;
import io.latchkey.api.store.Pairings;
import io.latchkey.server.internal.store.StoreListener;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Notes what changes in the memory of a bridge once it is durable: who is paired, who it is, its configuration number. Values
 * and the history itself are written all the time and are no news. Called on {@code latchkey-disk}; never waits.
 */
public final class StoreHistory implements StoreListener {
    private static final Set<Domain<?>> NO_NEWS = Set.of(Domain.STATES, Domain.HISTORY, Domain.DESCRIPTIONS);

    private final BridgeHistory history;

    /** Notes it there. */
    public StoreHistory(BridgeHistory history) {
        this.history = history;
    }

    @Override
    public void stored(BridgeMemory before, BridgeMemory after) {
        if (isChanged(Domain.IDENTITY, before, after)
                && before.get(Domain.IDENTITY).isPresent()) {
            history.clear();
            history.note(Kind.RESET, "the bridge is a new one that nobody is paired with");
        }
        pairings(before, after);
        number(before, after);
        String changed = Domain.all().stream()
                .filter(domain -> !NO_NEWS.contains(domain) && isChanged(domain, before, after))
                .map(Domain::name)
                .collect(Collectors.joining(", "));
        if (!changed.isEmpty()) {
            history.note(Kind.STORED, changed);
        }
    }

    @Override
    public void failed(String why) {
        history.note(Kind.FAILED, why);
    }

    private void pairings(BridgeMemory before, BridgeMemory after) {
        List<Pairing> known = trusted(before);
        List<Pairing> now = trusted(after);
        now.stream()
                .filter(pairing -> isNotAmong(known, pairing))
                .forEach(pairing -> note(
                        Kind.PAIRED,
                        pairing,
                        "as " + pairing.permissions().name().toLowerCase(Locale.ROOT)));
        known.stream().filter(pairing -> isNotAmong(now, pairing)).forEach(pairing -> note(Kind.UNPAIRED, pairing, ""));
    }

    private void note(Kind kind, Pairing pairing, String text) {
        history.note(kind, Optional.of(pairing.controller()), Optional.empty(), text);
    }

    private void number(BridgeMemory before, BridgeMemory after) {
        Optional<ConfigurationNumber> known = before.get(Domain.CONFIGURATION).map(Configuration::number);
        Optional<ConfigurationNumber> now = after.get(Domain.CONFIGURATION).map(Configuration::number);
        if (known.isPresent() && now.isPresent() && !known.equals(now)) {
            history.note(Kind.CHANGED, "c# was " + known.get() + " and is " + now.get());
        }
    }

    private static List<Pairing> trusted(BridgeMemory memory) {
        return memory.get(Domain.PAIRINGS).orElse(Pairings.NONE).pairings();
    }

    private static boolean isNotAmong(List<Pairing> pairings, Pairing one) {
        return pairings.stream().noneMatch(each -> each.controller().equals(one.controller()));
    }

    private static boolean isChanged(Domain<?> domain, BridgeMemory before, BridgeMemory after) {
        return !before.get(domain).equals(after.get(domain));
    }
}

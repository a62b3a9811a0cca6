// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.bridge;

import io.latchkey.api.identity.AccessoryCategory;
import io.latchkey.api.model.Accessory;
import io.latchkey.api.model.LegalName;
import io.latchkey.api.model.ServiceCategory;
import io.latchkey.api.model.ServiceTypes;
import io.latchkey.api.store.BridgeMemory;
import io.latchkey.server.internal.database.AccessoryDatabase;
import io.latchkey.server.internal.database.AccessoryKey;
import io.latchkey.server.internal.database.BridgeOwner;
import io.latchkey.server.internal.database.RememberedBridge;
import io.latchkey.server.internal.database.StandaloneStarter;
import io.latchkey.server.internal.store.StoredBridge;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The servers of those accessories of a configuration {@code home} that stand alone, such as {@code home-LivingTV}: each is
 * a bridge in all but what it shows. One that has been is known by what is stored of it, its Device ID and port with it, and
 * comes back for the same accessory; a configuration that asks for its id is refused. Safe for all threads.
 */
final class StandaloneServers implements StandaloneStarter {
    private static final Logger LOG = LoggerFactory.getLogger(StandaloneServers.class);
    private static final int LONGEST_ID = 64;
    private static final int ROOM_FOR_NUMBER = 5;

    private final String first;
    private final BridgeServices parts;
    private final BridgeIds ids;
    private final BooleanSupplier isHomePaired;
    private final Runnable trustChanged;
    private final OwnedBridges<String> bridges;
    private final Map<AccessoryKey, String> members = new HashMap<>();
    private final Map<AccessoryKey, Appearance> appearances = new HashMap<>();
    private volatile Settings settings;

    /**
     * Begins with none.
     *
     * @param isHomePaired whether controllers know the bridges of the configuration
     * @param trustChanged runs when controllers have begun or ceased to know one of them
     */
    StandaloneServers(
            Settings settings,
            BridgeServices parts,
            BridgeIds ids,
            BooleanSupplier isHomePaired,
            Runnable trustChanged) {
        this.first = settings.id();
        this.settings = settings;
        this.parts = parts;
        this.ids = ids;
        this.isHomePaired = isHomePaired;
        this.trustChanged = trustChanged;
        this.bridges = new OwnedBridges<>(parts.workers());
    }

    /** What the phone shows of one before it is paired. */
    private record Appearance(String name, AccessoryCategory category) {}

    /** Those of former runs; read on the disk thread. */
    CompletionStage<Map<AccessoryKey, RememberedBridge>> stored() {
        return bridges.onDisk(this::found).thenApply(this::taken);
    }

    @Override
    public Optional<AccessoryCategory> category(Accessory accessory) {
        boolean isTelevision = accessory.services().stream()
                .anyMatch(service -> service.type().uuid().equals(ServiceTypes.TELEVISION.uuid()));
        return accessory
                .standalone()
                .or(() -> isTelevision && settings.standaloneTelevisions()
                        ? Optional.of(AccessoryCategory.TELEVISION)
                        : Optional.empty());
    }

    @Override
    public CompletionStage<Optional<AccessoryDatabase>> start(AccessoryKey accessory, Optional<Accessory> definition) {
        definition.ifPresent(shown -> appear(accessory, appearance(accessory, shown)));
        CompletionStage<Set<String>> names = isMember(accessory)
                ? CompletableFuture.completedFuture(Set.of())
                : bridges.onDisk(parts.store()::bridges);
        return names.thenCompose(stored -> bridges.start(accessory.stored(), () -> bridge(accessory, stored)));
    }

    @Override
    public boolean isPaired(AccessoryKey accessory) {
        return bridges.find(accessory.stored())
                .flatMap(Bridge::loaded)
                .filter(loaded -> loaded.trust().isPaired())
                .isPresent();
    }

    @Override
    public boolean isHomePaired() {
        return isHomePaired.getAsBoolean();
    }

    @Override
    public CompletionStage<Void> replace(AccessoryKey accessory, UnaryOperator<BridgeMemory> change) {
        Optional<String> id = Optional.ofNullable(members().get(accessory));
        return bridges.end(accessory.stored())
                .thenCompose(ended -> new StoredBridge(id.orElseThrow(), parts.store(), parts.workers()).change(change))
                .thenAccept(durable -> {});
    }

    @Override
    public boolean rest(AccessoryKey accessory) {
        return bridges.rest(accessory.stored());
    }

    /** Ends when those that rest have ended. */
    CompletableFuture<Void> rested() {
        return bridges.rested();
    }

    /** Those that run, by the names of their accessories. */
    List<Bridge> running() {
        return bridges.running();
    }

    /** Takes another configuration of the same first id. */
    void change(Settings changed) {
        settings = changed;
        members()
                .forEach((accessory, id) ->
                        bridges.find(accessory.stored()).ifPresent(bridge -> bridge.change(of(accessory, id))));
    }

    /** Lets controllers use all of them, or not. */
    void permit(boolean isGranted) {
        bridges.permit(isGranted);
    }

    /** Starts none any more. */
    void stop() {
        bridges.stop();
    }

    /** Gives the ids back, once all have ended. */
    void release() {
        members().forEach((accessory, id) -> ids.release(id, owner(accessory).text()));
    }

    private void appear(AccessoryKey accessory, Appearance now) {
        boolean isChanged;
        synchronized (this) {
            isChanged = !now.equals(appearances.put(accessory, now));
        }
        if (isChanged) {
            bridges.find(accessory.stored())
                    .ifPresent(bridge ->
                            bridge.change(of(accessory, bridge.settings().id())));
        }
    }

    private Appearance appearance(AccessoryKey accessory, Accessory shown) {
        String name = LegalName.of(shown.info().name()).orElseGet(() -> name(accessory));
        return new Appearance(name, category(shown).orElseGet(() -> ServiceCategory.of(shown)));
    }

    private synchronized Map<AccessoryKey, String> members() {
        return Map.copyOf(members);
    }

    private synchronized boolean isMember(AccessoryKey accessory) {
        return members.containsKey(accessory);
    }

    private synchronized Bridge bridge(AccessoryKey accessory, Set<String> stored) {
        String id = members.computeIfAbsent(accessory, fresh -> claim(fresh, stored));
        return new Bridge(
                of(accessory, id),
                parts,
                Optional.of(owner(accessory)),
                loaded -> CompletableFuture.completedFuture(null),
                trustChanged);
    }

    private String claim(AccessoryKey accessory, Set<String> stored) {
        String wished = first + "-" + name(accessory).replace(' ', '_').replaceAll("[^A-Za-z0-9_]", "");
        String base = wished.substring(0, Math.min(wished.length(), LONGEST_ID - ROOM_FOR_NUMBER));
        String id = isTaken(base, accessory, stored) ? base + "_2" : base;
        for (int number = 3; isTaken(id, accessory, stored); number++) {
            id = base + "_" + number;
        }
        LOG.info("Accessory {} of bridge {} stands alone as {}: pair it, too", accessory.accessory(), first, id);
        return id;
    }

    private boolean isTaken(String id, AccessoryKey accessory, Set<String> stored) {
        return stored.contains(id) || !ids.claim(id, owner(accessory).text());
    }

    /** What an accessory is called that nobody offers; never a number alone, which names a further bridge. */
    private static String name(AccessoryKey accessory) {
        String key = accessory.accessory();
        String last = key.substring(key.lastIndexOf(':') + 1);
        return LegalName.of(last)
                .filter(name -> !name.matches("[\\d ]+"))
                .orElseGet(() -> ("Accessory " + last.replaceAll("\\D", "")).trim());
    }

    private Map<String, BridgeMemory> found() {
        Map<String, BridgeMemory> found = new TreeMap<>();
        for (String id : parts.store().bridges()) {
            if (id.startsWith(first + "-")) {
                BridgeMemory memory = parts.store().load(id);
                BridgeOwner.of(memory)
                        .filter(owner ->
                                owner.first().equals(first) && owner.accessory().isPresent())
                        .ifPresent(owner -> found.put(id, memory));
            }
        }
        return found;
    }

    private synchronized Map<AccessoryKey, RememberedBridge> taken(Map<String, BridgeMemory> found) {
        members.clear();
        Map<AccessoryKey, RememberedBridge> stored = new HashMap<>();
        if (!bridges.isStopped()) {
            found.forEach((id, memory) -> {
                BridgeOwner owner = BridgeOwner.of(memory).orElseThrow();
                AccessoryKey accessory = owner.accessory().orElseThrow();
                if (members.putIfAbsent(accessory, id) == null) {
                    ids.take(id, owner.text());
                    stored.put(accessory, RememberedBridge.of(memory));
                }
            });
        }
        return stored;
    }

    private BridgeOwner owner(AccessoryKey accessory) {
        return BridgeOwner.standalone(first, accessory);
    }

    private synchronized Settings of(AccessoryKey accessory, String id) {
        Appearance now = appearances.getOrDefault(accessory, new Appearance(name(accessory), AccessoryCategory.OTHER));
        return settings.standalone(id, now.name(), now.category());
    }
}

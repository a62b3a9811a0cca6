// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.accessory;

import io.latchkey.api.concurrent.Contributor;
import io.latchkey.api.concurrent.ContributorException;
import io.latchkey.api.model.ServiceType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * An accessory type as it described itself when it came: what it declares is read once, so that nobody has to expect a
 * failure when he looks at it. Its functions are called anew each time, guarded; where nothing can stand in for what they
 * give, a {@link ContributorException} says that the type fails. Safe for all threads.
 */
public final class GuardedType implements AccessoryType {
    private final AccessoryType type;
    private final Contributor contributor;
    private final String name;
    private final Set<String> aliases;
    private final ServiceType service;
    private final List<Role> roles;
    private final Set<String> linkedUnder;
    private final Set<String> companions;
    private final List<Setting> settings;
    private final Map<Role, List<Setting>> settingsOfMappings = new HashMap<>();

    private GuardedType(AccessoryType type, Contributor contributor) {
        this.type = type;
        this.contributor = contributor;
        this.name = contributor.require("name", type::name);
        this.aliases = contributor.require("aliases", () -> Set.copyOf(type.aliases()));
        this.service = contributor.require("service", type::service);
        this.roles = contributor.require("roles", () -> List.copyOf(type.roles()));
        this.linkedUnder = contributor.require("linkedUnder", () -> Set.copyOf(type.linkedUnder()));
        this.companions = contributor.require("companions", () -> Set.copyOf(type.companions()));
        this.settings = contributor.require("settings", () -> List.copyOf(type.settings()));
        roles.forEach(role -> settingsOfMappings.put(
                role,
                contributor.require(
                        "settings of the mapping of " + role,
                        () -> List.copyOf(role.mapping().settings()))));
    }

    /** Lets a type describe itself; fails with a {@link ContributorException} when it can't. Returns at once. */
    public static CompletionStage<GuardedType> describe(AccessoryType type, Contributor contributor) {
        return contributor.ask("its description", () -> new GuardedType(type, contributor));
    }

    /** Who is called when a type is. */
    public static Contributor contributor(AccessoryType type) {
        if (type instanceof GuardedType guarded) {
            return guarded.contributor;
        }
        throw new IllegalArgumentException(type + " isn't guarded");
    }

    /** Calls a function of a mapping of that type; fails with a {@link ContributorException}. */
    public static <T> T call(AccessoryType type, String call, Supplier<T> code) {
        return type instanceof GuardedType guarded ? guarded.contributor.require(call, code) : code.get();
    }

    /** The options that the mapping of a role of that type looks at. */
    public static List<Setting> settings(AccessoryType type, Role role) {
        return type instanceof GuardedType guarded
                ? guarded.settingsOfMappings.get(role)
                : role.mapping().settings();
    }

    /** Whether it isn't called at the moment. */
    public boolean isLeftOut() {
        return contributor.isLeftOut();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Set<String> aliases() {
        return aliases;
    }

    @Override
    public ServiceType service() {
        return service;
    }

    @Override
    public List<Role> roles() {
        return roles;
    }

    @Override
    public Optional<String> lacks(Set<Role> filled) {
        return contributor.require("lacks", () -> type.lacks(filled));
    }

    @Override
    public Optional<String> remark() {
        return contributor.get("remark", type::remark, Optional.empty());
    }

    @Override
    public Optional<Behaviour<?>> behaviour() {
        return contributor.require("behaviour", type::behaviour);
    }

    @Override
    public Set<String> linkedUnder() {
        return linkedUnder;
    }

    @Override
    public Set<String> companions() {
        return companions;
    }

    @Override
    public List<Setting> settings() {
        return settings;
    }

    @Override
    public String toString() {
        return contributor.name();
    }
}

// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.model;

import java.util.Set;

/** Which functions a characteristic needs for what controllers may do. */
final class NeededFunctions {
    private NeededFunctions() {}

    /** Throws {@link IllegalStateException} when a permission has no function, or goes with none. */
    static void check(CharacteristicType type, Set<Permission> permissions, boolean canRead, boolean canWrite) {
        boolean reads = permissions.contains(Permission.PAIRED_READ);
        boolean writes = permissions.contains(Permission.PAIRED_WRITE);
        require(type, !reads || canRead || type.is(CharacteristicType.Trait.NULL_ON_READ), "a read function");
        require(type, !writes || canWrite, "a write function");
        require(type, reads || writes || permissions.contains(Permission.EVENTS), "a permission");
        boolean onlyForWrites = permissions.contains(Permission.TIMED_WRITE)
                || permissions.contains(Permission.ADDITIONAL_AUTHORIZATION)
                || permissions.contains(Permission.WRITE_RESPONSE);
        require(type, writes || !onlyForWrites, "permission pw, because it has tw, aa or wr");
    }

    private static void require(CharacteristicType type, boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException(type.name() + " needs " + what);
        }
    }
}

// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.accessory;

import io.latchkey.api.model.ServiceType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A kind of accessory, as people name it in the {@code homekit} metadata of an item: which service it gives and which
 * roles items play in it. Publish one as a service and every bridge knows the word, also while controllers are
 * connected; of two with one name the one of higher service ranking counts.
 *
 * <p>An implementation is a declaration: it holds no state, does no work, and gives the same objects each time it is
 * asked. It is called on any thread.
 */
@ConsumerType
public interface AccessoryType {

    /** The word in the metadata, such as {@code Lighting}; case matters. */
    String name();

    /** Other words for the same, such as old or misspelt ones. */
    default Set<String> aliases() {
        return Set.of();
    }

    /** The service that it gives. */
    ServiceType service();

    /**
     * The roles that items play, in the order of the characteristics in the service. An item that names the bare type
     * plays all required ones that nobody else was named for.
     */
    List<Role> roles();

    /**
     * What is missing although every required role is filled, in plain words with the mending, such as one of several
     * roles; there is no service then.
     *
     * @param filled the roles that items play or metadata fixes; presets don't count
     */
    default Optional<String> lacks(Set<Role> filled) {
        return Optional.empty();
    }

    /**
     * What people should know although nothing is missing, in plain words, such as that Home shows it only beside a
     * camera; usually nothing.
     */
    default Optional<String> remark() {
        return Optional.empty();
    }

    /** What relates roles to each other; empty when each goes its own way. */
    default Optional<Behaviour<?>> behaviour() {
        return Optional.empty();
    }

    /**
     * The types under whose service this one's is linked when both are in one accessory; usually none. Several that are
     * linked under a Service Label and have a role for its index are given numbers and a label where metadata notes
     * none.
     */
    default Set<String> linkedUnder() {
        return Set.of();
    }

    /**
     * The types that the same items make too, without anybody noting them, as far as they are installed, because Home
     * shows this one only beside them: such as a button beside a doorbell. Their roles are played by who plays those of
     * the same characteristics here. Usually none.
     */
    default Set<String> companions() {
        return Set.of();
    }

    /** The options of the metadata that it looks at as a whole; those of a role are its mapping's. */
    default List<Setting> settings() {
        return List.of();
    }
}

// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.controller;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Told what happens on the connections of one client, one call after the other and in their order, on threads that others
 * need too: it must return at once. After {@link AccessoryClient#close()} it hears nothing more, but for a call under way.
 */
@ConsumerType
public interface ClientListener {

    /** There is a verified connection, and the subscriptions of the one before are made on it. */
    default void connected() {}

    /**
     * There is no connection any more, or an attempt to make one has failed. Another attempt follows by itself, except for
     * {@link ControllerException.Reason#NOT_PAIRED}.
     */
    default void lost(ControllerException cause) {}

    /**
     * The accessory tells of values that have changed, or of buttons that were pressed.
     *
     * @param changes one or more, each with a value
     */
    void event(List<CharacteristicReport> changes);
}

// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.model;

/**
 * What becomes of services and characteristics that the bridge remembers of an accessory and that its newest definition
 * doesn't have. Home forgets scenes and automations of what leaves, so only somebody's word lets a part leave.
 */
public enum MissingParts {
    /** They leave at once: the definition is the provider's word on all that the accessory has. */
    REMOVE,
    /**
     * They are absent, and those that were there in this run leave when they have been missing for 30 seconds: all that the
     * accessory is made of is there, but what it says of itself may still be on its way.
     */
    REMOVE_LATER,
    /** They are absent for as long as definitions say so: something that the accessory is made of isn't there. */
    KEEP
}

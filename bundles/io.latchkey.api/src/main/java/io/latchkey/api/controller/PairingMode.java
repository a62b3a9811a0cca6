// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.controller;

/** How pair-setup is done (HAP specification R2 section 5.6, pairing type flags). */
public enum PairingMode {
    /** In one procedure, as every accessory can. */
    WHOLE,
    /**
     * In two: first a transient session, for which the accessory keeps the verifier of the code, then the pairing with the
     * kept one (flags Transient and Split, then Split alone). An accessory that doesn't know the flags refuses it.
     */
    SPLIT
}

// SPDX-License-Identifier: EPL-2.0
package io.latchkey.pairing;

/** The TLV types of pairing messages (HAP specification R2 section 5.15, HomeKitADK HAPPairingTLVType). Numbers only. */
public final class PairingTlv {
    /** What is asked for, one byte. */
    public static final int METHOD = 0x00;
    /** Who somebody is: UTF-8, 1 to 36 bytes. */
    public static final int IDENTIFIER = 0x01;
    /** SRP salt, 16 bytes. */
    public static final int SALT = 0x02;
    /** SRP key of up to 384 bytes, X25519 or Ed25519 key of 32. */
    public static final int PUBLIC_KEY = 0x03;
    /** SRP proof, 64 bytes. */
    public static final int PROOF = 0x04;
    /** A sealed list and its tag. */
    public static final int ENCRYPTED_DATA = 0x05;
    /** The number of the message, one byte. */
    public static final int STATE = 0x06;
    /** Why a step was refused, one byte; see {@link PairingError}. */
    public static final int ERROR = 0x07;
    /** Ed25519 signature, 64 bytes. */
    public static final int SIGNATURE = 0x0a;
    /** What a controller may do, one byte. */
    public static final int PERMISSIONS = 0x0b;
    /** Pair-setup flags, up to four bytes. */
    public static final int FLAGS = 0x13;
    /** Stands between the pairings of a list, empty. */
    public static final int SEPARATOR = 0xff;

    private PairingTlv() {}
}

// SPDX-License-Identifier: EPL-2.0
/**
 * Backups that leave the house, sealed with a passphrase, and the way back: what a restore would do, what stands against it,
 * and doing it in one rest of the bridges. Knows the store by its service alone; changes nothing unless it is told to.
 */
package io.latchkey.store.internal.backup;

// SPDX-License-Identifier: EPL-2.0
/** Takes identity and pairings over from a folder that Homebridge, or another program built on HAP-NodeJS, has written. */
package io.latchkey.store.internal.homebridge;

// SPDX-License-Identifier: EPL-2.0
/** openHAB as a host. */
package io.latchkey.host.openhab.internal;

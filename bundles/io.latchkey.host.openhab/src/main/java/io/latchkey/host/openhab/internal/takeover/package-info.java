// SPDX-License-Identifier: EPL-2.0
/** Takes a home over from openHAB's own HomeKit add-on: what it has stored becomes what a bridge of ours has stored. */
package io.latchkey.host.openhab.internal.takeover;

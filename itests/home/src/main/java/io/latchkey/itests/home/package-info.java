// SPDX-License-Identifier: EPL-2.0
/** The test home: one accessory whose characteristics show, on order, everything that a server must be able to stand. */
package io.latchkey.itests.home;

// SPDX-License-Identifier: EPL-2.0
package org.openhab.core.types;

/** What an item can be told. */
public interface Command extends Type {}

// SPDX-License-Identifier: EPL-2.0
package org.openhab.core.items;

/** The items that people make and delete one by one; its service is an {@link ItemProvider} under this name too. */
public abstract class ManagedItemProvider implements ItemProvider {}

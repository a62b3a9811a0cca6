// SPDX-License-Identifier: EPL-2.0
package org.openhab.core.types;

import java.util.SortedMap;

/** A type of several parts. */
public interface ComplexType extends Type {
    SortedMap<String, PrimitiveType> getConstituents();
}

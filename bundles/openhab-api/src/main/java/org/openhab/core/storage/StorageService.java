// SPDX-License-Identifier: EPL-2.0
package org.openhab.core.storage;

/** Opens storages by name. */
public interface StorageService {
    <T> Storage<T> getStorage(String name);

    <T> Storage<T> getStorage(String name, ClassLoader classLoader);
}

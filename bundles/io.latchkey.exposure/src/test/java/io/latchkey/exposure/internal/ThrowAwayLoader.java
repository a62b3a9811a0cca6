// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal;

import io.latchkey.api.accessory.AccessoryType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Loads one class of these tests, and what is nested in it, a second time, as another bundle would bring it. */
final class ThrowAwayLoader extends ClassLoader {
    private final String name;

    ThrowAwayLoader(Class<?> again) {
        super(again.getClassLoader());
        this.name = again.getName();
    }

    /** An accessory type of the class that is loaded again. */
    AccessoryType type() throws ReflectiveOperationException {
        var constructor = loadClass(name).getDeclaredConstructor();
        constructor.setAccessible(true);
        return (AccessoryType) constructor.newInstance();
    }

    @Override
    protected Class<?> loadClass(String wanted, boolean resolve) throws ClassNotFoundException {
        if (!wanted.equals(name) && !wanted.startsWith(name + "$")) {
            return super.loadClass(wanted, resolve);
        }
        synchronized (getClassLoadingLock(wanted)) {
            Class<?> known = findLoadedClass(wanted);
            return known == null ? define(wanted) : known;
        }
    }

    private Class<?> define(String wanted) {
        try (InputStream bytes = getParent().getResourceAsStream(wanted.replace('.', '/') + ".class")) {
            byte[] content = bytes.readAllBytes();
            return defineClass(wanted, content, 0, content.length);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

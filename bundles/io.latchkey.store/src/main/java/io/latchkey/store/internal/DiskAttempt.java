// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal;

import io.latchkey.api.store.StoreException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** Something that touches the disk; its failure says what was tried where, and what people can do about it. */
interface DiskAttempt<R> {
    R run() throws IOException;

    /** Tries it; {@code what} is a verb, {@code where} what it is done to. */
    static <R> R run(String what, Path where, DiskAttempt<R> attempt) {
        try {
            return attempt.run();
        } catch (IOException e) {
            String file = e instanceof FileSystemException trouble ? trouble.getFile() + ": " : "";
            throw new StoreException(
                    "cannot " + what + " " + where + " (" + file + reason(e) + "). See that the disk has room and that "
                            + "the user who runs this program may read and write there; what was saved before is unharmed.",
                    e);
        }
    }

    /** What people read of a failure. */
    static String reason(IOException e) {
        String type = e.getClass().getSimpleName();
        String told = e instanceof FileSystemException trouble ? trouble.getReason() : e.getMessage();
        return told == null ? type : type + ", " + told;
    }
}

// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Packs files into a zip in memory, where no other user can read it; those of a bridge are a few MB at most. */
final class Archive {

    private Archive() {}

    /**
     * A zip with one folder.
     *
     * @param folder its name
     * @param files what they hold, by their names in it
     */
    static byte[] of(String folder, Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(folder + "/" + file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}

// SPDX-License-Identifier: EPL-2.0
package org.openhab.core.library.types;

import java.util.Arrays;
import java.util.Base64;
import org.openhab.core.types.PrimitiveType;
import org.openhab.core.types.State;

/** Bytes with their media type, such as a picture. */
public class RawType implements PrimitiveType, State {
    protected byte[] bytes;
    protected String mimeType;

    public RawType(byte[] bytes, String mimeType) {
        this.bytes = bytes;
        this.mimeType = mimeType;
    }

    public byte[] getBytes() {
        return bytes;
    }

    public String getMimeType() {
        return mimeType;
    }

    @Override
    public String format(String pattern) {
        return toFullString();
    }

    @Override
    public String toFullString() {
        return "data:" + mimeType + ";base64," + Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "raw type (" + mimeType + "): " + bytes.length + " bytes";
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RawType raw && mimeType.equals(raw.mimeType) && Arrays.equals(bytes, raw.bytes);
    }
}

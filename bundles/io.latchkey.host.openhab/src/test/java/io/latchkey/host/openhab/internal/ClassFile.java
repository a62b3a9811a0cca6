// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a class file refers to: JVM specification, section 4.4. Reads the constant pool only.
 */
final class ClassFile {
    private static final int MAGIC = 0xCAFEBABE;

    private final Object[] pool;
    private final List<Integer> classes = new ArrayList<>();
    private final List<int[]> members = new ArrayList<>();

    /**
     * A member that is referred to.
     *
     * @param owner the class through which, such as {@code org/openhab/core/items/Item}
     * @param descriptor with the types of parameters and result
     * @param ofInterface whether it is called as a method of an interface
     */
    record Member(String owner, String name, String descriptor, boolean ofInterface) {
        boolean isField() {
            return !descriptor.startsWith("(");
        }
    }

    private ClassFile(DataInputStream in) throws IOException {
        if (in.readInt() != MAGIC) {
            throw new IOException("no class file");
        }
        in.readInt();
        this.pool = new Object[in.readUnsignedShort()];
        for (int i = 1; i < pool.length; i++) {
            int tag = in.readUnsignedByte();
            read(in, i, tag);
            if (tag == 5 || tag == 6) {
                i++;
            }
        }
    }

    static ClassFile of(Path file) {
        try {
            return new ClassFile(new DataInputStream(new ByteArrayInputStream(Files.readAllBytes(file))));
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    private void read(DataInputStream in, int index, int tag) throws IOException {
        switch (tag) {
            case 1 -> pool[index] = in.readUTF();
            case 3, 4 -> in.readInt();
            case 5, 6 -> in.readLong();
            case 7 -> {
                pool[index] = in.readUnsignedShort();
                classes.add(index);
            }
            case 8, 16, 19, 20 -> in.readUnsignedShort();
            case 9, 10, 11 -> members.add(new int[] {in.readUnsignedShort(), in.readUnsignedShort(), tag});
            case 12 -> pool[index] = new int[] {in.readUnsignedShort(), in.readUnsignedShort()};
            case 15 -> in.skipNBytes(3);
            case 17, 18 -> in.readInt();
            default -> throw new IOException("constant of kind " + tag);
        }
    }

    /** The classes that are referred to by name, arrays too. */
    List<String> classes() {
        return classes.stream().map(this::className).toList();
    }

    /** The fields and methods that are referred to. */
    List<Member> members() {
        return members.stream().map(this::member).toList();
    }

    private Member member(int[] reference) {
        int[] nameAndType = (int[]) pool[reference[1]];
        return new Member(
                className(reference[0]),
                (String) pool[nameAndType[0]],
                (String) pool[nameAndType[1]],
                reference[2] == 11);
    }

    private String className(int index) {
        return (String) pool[(Integer) pool[index]];
    }
}

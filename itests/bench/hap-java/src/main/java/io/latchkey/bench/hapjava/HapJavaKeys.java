// SPDX-License-Identifier: EPL-2.0
package io.latchkey.bench.hapjava;

import io.github.hapjava.server.HomekitAuthInfo;
import io.github.hapjava.server.impl.HomekitServer;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.InvalidAlgorithmParameterException;
import java.util.Base64;
import java.util.Collection;
import java.util.Properties;

/** Identity and pairings in a file, so that a second start finds them. */
final class HapJavaKeys implements HomekitAuthInfo {
    private static final String USER = "user ";

    private final Path file;
    private final String code;
    private final Properties values;

    private HapJavaKeys(Path file, String code, Properties values) {
        this.file = file;
        this.code = code;
        this.values = values;
    }

    static HapJavaKeys at(Path file, String code) throws IOException, InvalidAlgorithmParameterException {
        Properties values = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                values.load(reader);
            }
        } else {
            values.setProperty("mac", HomekitServer.generateMac());
            values.setProperty("salt", HomekitServer.generateSalt().toString());
            values.setProperty("key", Base64.getEncoder().encodeToString(HomekitServer.generateKey()));
        }
        HapJavaKeys keys = new HapJavaKeys(file, code, values);
        keys.save();
        return keys;
    }

    @Override
    public String getPin() {
        return code;
    }

    @Override
    public String getMac() {
        return values.getProperty("mac");
    }

    @Override
    public BigInteger getSalt() {
        return new BigInteger(values.getProperty("salt"));
    }

    @Override
    public byte[] getPrivateKey() {
        return Base64.getDecoder().decode(values.getProperty("key"));
    }

    @Override
    public synchronized void createUser(String name, byte[] publicKey, boolean isAdmin) {
        values.setProperty(USER + name, Base64.getEncoder().encodeToString(publicKey));
        save();
    }

    @Override
    public synchronized void removeUser(String name) {
        values.remove(USER + name);
        save();
    }

    @Override
    public Collection<String> listUsers() {
        return values.stringPropertyNames().stream()
                .filter(name -> name.startsWith(USER))
                .map(name -> name.substring(USER.length()))
                .toList();
    }

    @Override
    public byte[] getUserPublicKey(String name) {
        String key = values.getProperty(USER + name);
        return key == null ? null : Base64.getDecoder().decode(key);
    }

    @Override
    public boolean userIsAdmin(String name) {
        return true;
    }

    @Override
    public boolean hasUser() {
        return !listUsers().isEmpty();
    }

    private void save() {
        try (Writer writer = Files.newBufferedWriter(file)) {
            values.store(writer, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

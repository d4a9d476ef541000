package org.dorsum.clinic;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * How the web app is started. Immutable; each {@code with…} answers changed settings.
 *
 * @param data folder of the database and the sealed photos
 * @param host address to listen on
 * @param port to listen on; 0 for a free one
 * @param database address of a PostgreSQL database; SQLite in {@code data} without it
 * @param keyFile where the key lies, if not in the usual place
 * @param keyStore PKCS #12 file with certificate and key for TLS
 * @param keyStorePassword its password
 * @param open whether listening on other than the machine's own address without TLS was asked for
 * @param proxied whether a proxy on the same machine stands in front and says who asks
 */
public record ClinicSettings(
        Path data,
        String host,
        int port,
        Optional<String> database,
        Optional<Path> keyFile,
        Optional<Path> keyStore,
        Optional<String> keyStorePassword,
        boolean open,
        boolean proxied) {
    private static final int PORT = 8080;

    /** Data in that folder, on http://127.0.0.1:8080. */
    public static ClinicSettings in(Path data) {
        return new ClinicSettings(
                data,
                "127.0.0.1",
                PORT,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                false);
    }

    /** Checks the port. */
    public ClinicSettings {
        Objects.requireNonNull(data, "data");
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("a port is 0 to 65535, not " + port);
        }
    }

    /** Listening there. */
    public ClinicSettings withAddress(String newHost, int newPort) {
        return new ClinicSettings(data, newHost, newPort, database, keyFile, keyStore, keyStorePassword, open, proxied);
    }

    /** On that PostgreSQL database, or on SQLite. */
    public ClinicSettings withDatabase(Optional<String> url) {
        return new ClinicSettings(data, host, port, url, keyFile, keyStore, keyStorePassword, open, proxied);
    }

    /** With the key in that file, or in the usual place. */
    public ClinicSettings withKeyFile(Optional<Path> file) {
        return new ClinicSettings(data, host, port, database, file, keyStore, keyStorePassword, open, proxied);
    }

    /** With TLS by that key store, or without TLS. */
    public ClinicSettings withKeyStore(Optional<Path> store, Optional<String> password) {
        return new ClinicSettings(data, host, port, database, keyFile, store, password, open, proxied);
    }

    /** Listening on any address without TLS where {@code yes}. */
    public ClinicSettings withOpen(boolean yes) {
        return new ClinicSettings(data, host, port, database, keyFile, keyStore, keyStorePassword, yes, proxied);
    }

    /** Behind a proxy of the same machine where {@code yes}. */
    public ClinicSettings withProxy(boolean yes) {
        return new ClinicSettings(data, host, port, database, keyFile, keyStore, keyStorePassword, open, yes);
    }

    /** Whether others could read what goes over the wire: another address than the machine's own, and no TLS. */
    boolean readableByOthers() {
        if (keyStore.isPresent()) {
            return false;
        }
        try {
            return !InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return true;
        }
    }
}

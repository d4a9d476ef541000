package org.dorsum.clinic.vault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where a clinic's key lies: in the environment, in a named file, or where a user's settings lie. Never beside the data. */
public final class KeyPlace {
    /** The environment variable that may hold the key. */
    public static final String VARIABLE = "DORSUM_KEY";

    private KeyPlace() {}

    /**
     * The key for the data in {@code data}; made if there is none and there is no data yet either.
     *
     * @param file as the user named it, which comes before the environment
     * @throws UnusableKeyException if there is no key for data that is there, if the key would lie with the data, or is damaged
     */
    public static VaultKey key(Path data, Optional<Path> file, Map<String, String> environment)
            throws UnusableKeyException {
        String value = environment.getOrDefault(VARIABLE, "");
        if (file.isEmpty() && !value.isBlank()) {
            return VaultKey.inEnvironment(value);
        }
        Path place = file.orElseGet(() -> usual(environment));
        if (within(place, data)) {
            throw new UnusableKeyException(
                    "the key file " + place + " would lie in the data folder, where a copy of the data takes it along;"
                            + " name another with --key-file");
        }
        if (!Files.exists(place) && Files.isDirectory(data.resolve(Vault.FOLDER))) {
            throw new UnusableKeyException("the key file " + place + " is missing, and the data in " + data
                    + " cannot be read without it; name the file with --key-file");
        }
        return VaultKey.inFile(place);
    }

    /**
     * The key for data that is yet to come, as from a back-up; none is made.
     *
     * @throws UnusableKeyException if there is none, or it is damaged
     */
    public static VaultKey existingKey(Path data, Optional<Path> file, Map<String, String> environment)
            throws UnusableKeyException {
        boolean inEnvironment = !environment.getOrDefault(VARIABLE, "").isBlank();
        Path place = file.orElseGet(() -> usual(environment));
        if ((file.isPresent() || !inEnvironment) && !Files.exists(place)) {
            throw new UnusableKeyException("there is no key file " + place + "; name it with --key-file");
        }
        return key(data, file, environment);
    }

    /** {@code $XDG_CONFIG_HOME/dorsum/clinic.key}, or {@code ~/.config/dorsum/clinic.key}. */
    private static Path usual(Map<String, String> environment) {
        String config = environment.getOrDefault("XDG_CONFIG_HOME", "");
        Path folder = config.isBlank() ? Path.of(System.getProperty("user.home"), ".config") : Path.of(config);
        return folder.resolve("dorsum").resolve("clinic.key");
    }

    private static boolean within(Path file, Path folder) {
        return real(file).startsWith(real(folder));
    }

    /** Where it lies, links followed as far as there is something. */
    private static Path real(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        try {
            return absolute.toRealPath();
        } catch (IOException e) {
            Path parent = absolute.getParent();
            Path name = absolute.getFileName();
            return parent == null || name == null ? absolute : real(parent).resolve(name);
        }
    }
}

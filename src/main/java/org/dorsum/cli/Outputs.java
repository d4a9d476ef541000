package org.dorsum.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Where results go. */
final class Outputs {
    private final Map<String, Integer> stems = new HashMap<>();

    /**
     * The photo's file name without its ending; where another photo of this run has the same, with {@code -2} and so on.
     */
    String stem(Path photo) {
        String name =
                Optional.ofNullable(photo.getFileName()).map(Path::toString).orElse("photo");
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        int count = stems.merge(stem, 1, Integer::sum);
        return count == 1 ? stem : stem + "-" + count;
    }

    /** Makes the folder if it is not there. */
    static void makeFolder(Path folder) throws OutputException {
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder);
            }
        } catch (IOException e) {
            throw new OutputException(e);
        }
    }

    static void write(Path file, String text) throws OutputException {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    static void write(Path file, byte[] content) throws OutputException {
        makeParent(file);
        try {
            Files.write(file, content);
        } catch (IOException e) {
            throw new OutputException(e);
        }
    }

    /** Makes the folder that {@code file} is to lie in. */
    static void makeParent(Path file) throws OutputException {
        Path parent = file.toAbsolutePath().getParent();
        if (parent != null) {
            makeFolder(parent);
        }
    }

    /** Refuses to write over what is read: a mistyped option must not cost a photo. */
    static void keepInputs(CommandLine command, Collection<Path> inputs, List<Optional<Path>> targets) {
        Set<Object> read = identities(inputs);
        for (Optional<Path> target : targets) {
            if (target.isPresent() && read.contains(identity(target.get()))) {
                throw new ParameterException(command, target.get() + " would be overwritten: it is read here");
            }
        }
    }

    /** Whether both name one file, be it by links, or one that is yet to be written. */
    static boolean same(Path a, Path b) {
        return identity(a).equals(identity(b));
    }

    private static Set<Object> identities(Collection<Path> files) {
        return files.stream().map(Outputs::identity).collect(Collectors.toCollection(HashSet::new));
    }

    /** Equal for two names of one file: what the file system calls it, or where it would lie. */
    private static Object identity(Path file) {
        try {
            Object key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
            return key != null ? key : file.toRealPath();
        } catch (IOException e) {
            return place(file.toAbsolutePath().normalize());
        }
    }

    private static Path place(Path file) {
        Path parent = file.getParent();
        Path name = file.getFileName();
        if (parent == null || name == null) {
            return file;
        }
        try {
            return parent.toRealPath().resolve(name);
        } catch (IOException e) {
            return file;
        }
    }
}

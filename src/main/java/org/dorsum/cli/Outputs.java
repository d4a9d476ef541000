package org.dorsum.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        for (Optional<Path> target : targets) {
            for (Path input : inputs) {
                if (target.isPresent() && same(target.get(), input)) {
                    throw new ParameterException(command, target.get() + " would be overwritten: it is read here");
                }
            }
        }
    }

    private static boolean same(Path a, Path b) {
        try {
            return Files.exists(a) && Files.exists(b) && Files.isSameFile(a, b);
        } catch (IOException e) {
            return false;
        }
    }
}

package org.dorsum.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Where results go. */
final class Outputs {
    private final Set<Object> kept;
    private final Set<String> given = new HashSet<>();

    /** Names for results that are none of the files in {@code keep}. */
    Outputs(Collection<Path> keep) {
        kept = identities(keep);
    }

    /**
     * The photo's file name without its ending; with {@code -2} and so on where another photo of this run has that name, or
     * one of the {@code files} that would be written under it is one to keep.
     */
    String stem(Path photo, Function<String, List<Path>> files) {
        String name =
                Optional.ofNullable(photo.getFileName()).map(Path::toString).orElse("photo");
        int dot = name.lastIndexOf('.');
        String plain = dot > 0 ? name.substring(0, dot) : name;
        String stem = plain;
        for (int count = 2; given.contains(stem) || anyKept(files.apply(stem)); count++) {
            stem = plain + "-" + count;
        }
        given.add(stem);
        return stem;
    }

    private boolean anyKept(List<Path> files) {
        return files.stream().anyMatch(file -> kept.contains(identity(file)));
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
            if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || !Files.exists(file)) {
                whole(file, content);
            } else {
                Files.write(file, content); // a device, a pipe or a link, which stays what it is
            }
        } catch (IOException e) {
            throw new OutputException(file, e);
        }
    }

    /** Beside its place first and then moved there, so that nobody ever sees half a file. */
    private static void whole(Path file, byte[] content) throws IOException {
        Path temporary = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.write(temporary, content);
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            Files.deleteIfExists(temporary);
            throw e;
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

    /** Refuses two results in one file: the later would replace the earlier. */
    static void keepApart(CommandLine command, String first, Optional<Path> a, String second, Optional<Path> b) {
        keepApart(command, first, a.stream().toList(), second, b.stream().toList());
    }

    /** The same for options each of which stands for several files. */
    static void keepApart(CommandLine command, String first, List<Path> a, String second, List<Path> b) {
        if (!Collections.disjoint(identities(a), identities(b))) {
            throw new ParameterException(command, first + " and " + second + " name the same file");
        }
    }

    /** Refuses a result that an option names and one of those that a command writes into its folder in one file. */
    static void keepApart(CommandLine command, List<Optional<Path>> named, List<Optional<Path>> inFolder) {
        Set<Object> there =
                identities(inFolder.stream().flatMap(Optional::stream).toList());
        for (Optional<Path> target : named) {
            if (target.isPresent() && there.contains(identity(target.get()))) {
                throw new ParameterException(
                        command, target.get() + " is written into the folder by itself; give the option another name");
            }
        }
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

package org.dorsum.batch;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.dorsum.batch.PhotoList.Item;
import org.dorsum.photo.NaturalOrder;
import org.dorsum.report.PhotoResult.Labels;
import org.jspecify.annotations.Nullable;

/** Finds the photos below a folder. A folder that cannot be read becomes an item with a problem. */
final class FolderScan extends SimpleFileVisitor<Path> {
    static final Set<String> PHOTOS = Set.of("jpg", "jpeg", "png", "tif", "tiff", "webp", "bmp", "heic", "heif");

    private final Path root;
    private final List<Item> found = new ArrayList<>();

    private FolderScan(Path root) {
        this.root = root;
    }

    static List<Item> of(Path root) throws IOException {
        FolderScan scan = new FolderScan(root);
        Files.walkFileTree(root, scan);
        scan.found.sort(Comparator.comparing(Item::file, new NaturalOrder()));
        return scan.found;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        return !folder.equals(root) && hidden(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (isPhoto(file.getFileName().toString()) && !Files.isDirectory(file)) {
            add(file, Optional.empty());
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
        if (file.equals(root)) {
            throw e;
        }
        if (!hidden(file)) {
            add(file, Optional.of("it cannot be opened; check its permissions"));
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) {
        return FileVisitResult.CONTINUE;
    }

    private void add(Path file, Optional<String> problem) {
        String name =
                root.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
        found.add(new Item(name, file, Labels.none(), problem));
    }

    private static boolean hidden(Path path) {
        return path.getFileName().toString().startsWith(".");
    }

    static boolean isPhoto(String name) {
        return !name.startsWith(".")
                && PHOTOS.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }
}

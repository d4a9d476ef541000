package org.dorsum.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dorsum.report.PhotoResult.Labels;

/** The photos of a batch, in the order in which their rows are written. */
public record PhotoList(List<Item> items) {

    /**
     * One row to be.
     *
     * @param file how the photo is named in the tables: its path relative to the folder or manifest
     * @param path where it is
     * @param problem why it cannot be measured, if that is known already
     * @param more cells of the list's other columns by the column's name in lower case, empty ones left out
     */
    public record Item(String file, Path path, Labels labels, Optional<String> problem, Map<String, String> more) {
        /** Copies the cells. */
        public Item {
            more = Map.copyOf(more);
        }

        /** An item of which no more is stated. */
        public Item(String file, Path path, Labels labels, Optional<String> problem) {
            this(file, path, labels, problem, Map.of());
        }
    }

    /** Copies the items. */
    public PhotoList {
        items = List.copyOf(items);
    }

    /**
     * Every photo in a folder and the folders in it, in natural order of their paths. Photos are told by their names
     * (jpg, jpeg, png, tif, tiff, webp, bmp, heic, heif); hidden files and folders are passed over.
     */
    public static PhotoList below(Path folder) throws IOException {
        return new PhotoList(FolderScan.of(folder));
    }

    /**
     * The rows of a CSV file with the column {@code file} (relative to the manifest's own folder) and, if wanted,
     * {@code subject}, {@code session} and {@code hand} ({@code left} or {@code right}); other columns are handed on.
     *
     * @throws ManifestException if the table is not one
     */
    public static PhotoList listedIn(Path manifest) throws IOException, ManifestException {
        return new PhotoList(Manifest.read(manifest));
    }

    /**
     * The rows of such a table that is in memory; the paths of the items are as the table gives them.
     *
     * @param name of the table, for messages
     */
    public static PhotoList listedIn(String name, byte[] table) throws ManifestException {
        return new PhotoList(Manifest.read(name, table, Path.of("")));
    }

    /** The endings of names by which photos in a folder are told, in lower case. */
    public static Set<String> endings() {
        return FolderScan.PHOTOS;
    }

    /** Whether a file in a folder is taken for a photo: by the ending of its name, and not hidden. */
    public static boolean isPhoto(String fileName) {
        return FolderScan.isPhoto(fileName);
    }
}

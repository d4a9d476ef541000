package org.dorsum.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dorsum.report.PhotoResult.Labels;

/** The photos of a batch, in the order in which their rows are written. */
public record PhotoList(List<Item> items) {

    /**
     * One row to be.
     *
     * @param file how the photo is named in the tables: its path relative to the folder or manifest
     * @param path where it is
     * @param problem why it cannot be measured, if that is known already
     */
    public record Item(String file, Path path, Labels labels, Optional<String> problem) {}

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
     * {@code subject}, {@code session} and {@code hand} ({@code left} or {@code right}).
     *
     * @throws ManifestException if the table is not one
     */
    public static PhotoList listedIn(Path manifest) throws IOException, ManifestException {
        return new PhotoList(Manifest.read(manifest));
    }
}

package org.dorsum.cluster;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rendered photos under the names that cameras and people give them, among files that are none; and what a local batch says of them. */
final class Album {
    private static final Path SAMPLES = Path.of("sample-images");

    final Path photos;
    private final Path tables;

    Album(Path folder) throws IOException {
        photos = Files.createDirectories(folder.resolve("photos"));
        tables = Files.createDirectories(folder.resolve("local"));
    }

    /** Names with spaces, brackets, percent, umlauts, digits out of order; a palm; five broken ones; two that are no photos. */
    static Album mixed(Path folder) throws IOException {
        Album album = new Album(folder);
        album.copy("before.jpg", "hand1.jpg");
        album.copy("after.jpg", "hand10.jpg");
        album.copy("palm.jpg", "hand2.jpg");
        album.copy("blurred.jpg", "_DSC0001.JPG"); // Spark's own source passes it over
        album.copy("rings-and-hair.jpg", "sub/ümläut % 1+2.jpg");
        album.copy("before.jpg", "s p [1]/a b.jpg");
        album.copy("before.jpg", ".hidden/x.jpg");
        byte[] good = Files.readAllBytes(SAMPLES.resolve("before.jpg"));
        Files.write(album.photos.resolve("torn.jpg"), Arrays.copyOf(good, 3000));
        Files.write(album.photos.resolve("empty.png"), new byte[0]);
        Files.writeString(album.photos.resolve("text.jpg"), "no photo");
        Files.writeString(album.photos.resolve("heic.HEIC"), "....ftypheic....");
        Files.writeString(album.photos.resolve("notes.txt"), "no photo by its name");
        return album;
    }

    /** Many names for the same two photos. */
    static Album of(Path folder, int count) throws IOException {
        Album album = new Album(folder);
        for (int i = 1; i <= count; i++) {
            album.copy(i % 2 == 0 ? "before.jpg" : "after.jpg", "hand" + i + ".jpg");
        }
        return album;
    }

    Path copy(String sample, String name) throws IOException {
        Path file = photos.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.copy(SAMPLES.resolve(sample), file);
    }

    Path local(String table) {
        return tables.resolve(table);
    }

    /** Runs {@code dorsum batch} of the same build over a folder or a list, all zones. */
    void measureHere(Path source) throws IOException, InterruptedException {
        measureHere(source, List.of("--long", local("zones.csv").toString(), "--format", "parquet"));
    }

    /** The same with these options. */
    void measureHere(Path source, List<String> options) throws IOException, InterruptedException {
        String classes =
                SparkHome.property("dorsum.local.jar") + File.pathSeparator + System.getProperty("java.class.path");
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx900m",
                "-Djava.awt.headless=true",
                "-cp",
                classes,
                "org.dorsum.cli.Main",
                "batch",
                source.toString(),
                "--out",
                local("metrics.csv").toString(),
                "--quiet"));
        line.addAll(options);
        Path log = tables.resolve("log");
        Process process = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        int status = process.waitFor();
        if (status > 1) {
            throw new AssertionError("the local batch failed: " + Files.readString(log));
        }
    }
}

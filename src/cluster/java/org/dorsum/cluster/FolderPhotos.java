package org.dorsum.cluster;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.substring;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.dorsum.batch.PhotoList;
import org.dorsum.photo.NaturalOrder;
import org.dorsum.report.PhotoResult.Labels;

/**
 * Photos below folders, found and ordered as {@link PhotoList#below} does it.
 *
 * <p>Spark's source {@code binaryFile} reads them where it can: it passes over names that begin with an underscore, which
 * cameras give to photos, and takes brackets in the name of a folder for a pattern; and one folder that may not be read ends
 * it. The list is therefore made here, and what the source leaves out is opened by executors.
 */
final class FolderPhotos {
    private static final String PATTERN = "[*?\\[\\]{}\\\\]"; // what Hadoop takes for more than a letter

    private final FileSystem files;
    private final String prefix;
    private final List<Listed> found = new ArrayList<>();
    private boolean readable = true;

    private FolderPhotos(FileSystem files, Path base) {
        this.files = files;
        String root = files.makeQualified(base).toString();
        this.prefix = root.endsWith("/") ? root : root + "/";
    }

    /**
     * The photos below {@code roots}.
     *
     * @param named what the user named
     * @param there whether it is there under just that name, and no pattern
     * @param roots folders and photos that it stands for
     */
    static Photos of(SparkSession spark, FileSystem files, Path named, boolean there, List<FileStatus> roots)
            throws IOException {
        Path base = there && roots.get(0).isDirectory() ? named : fixed(named, there);
        FolderPhotos photos = new FolderPhotos(files, base);
        for (FileStatus root : roots) {
            if (root.isDirectory()) {
                photos.scan(files.listStatus(root.getPath()));
            } else {
                photos.add(root);
            }
        }
        photos.found.sort(Comparator.comparing(Listed::file, new NaturalOrder()));
        boolean bulk = photos.readable && !photos.prefix.matches(".*" + PATTERN + ".*");
        return new Photos(
                photos.found, bulk ? Optional.of(photos.binaryFile(spark, named.toString())) : Optional.empty());
    }

    /** The folder of which a pattern's photos are named: the part before the first sign of a pattern. */
    private static Path fixed(Path named, boolean there) {
        Path base = named.getParent();
        for (Path p = base; !there && p != null; p = p.getParent()) {
            if (p.getName().matches(".*" + PATTERN + ".*")) {
                base = p.getParent();
            }
        }
        return base == null ? new Path(".") : base;
    }

    private void scan(FileStatus[] folder) {
        for (FileStatus file : folder) {
            String name = file.getPath().getName();
            if (name.startsWith(".")) {
                continue;
            }
            if (!file.isDirectory()) {
                add(file);
                continue;
            }
            try {
                scan(files.listStatus(file.getPath()));
            } catch (IOException e) {
                readable = false;
                add(file, Optional.of("it cannot be opened; check its permissions"));
            }
        }
    }

    private void add(FileStatus file) {
        if (PhotoList.isPhoto(file.getPath().getName())) {
            add(file, Optional.empty());
        }
    }

    private void add(FileStatus file, Optional<String> problem) {
        String path = file.getPath().toString();
        found.add(new Listed(path, path.substring(prefix.length()), path, Labels.none(), problem));
    }

    /** The same photos with their bytes; only their paths and their bytes are read. */
    private Dataset<Row> binaryFile(SparkSession spark, String source) {
        String endings =
                PhotoList.endings().stream().sorted().map(FolderPhotos::anyCase).collect(Collectors.joining(","));
        Dataset<Row> photos = spark.read()
                .format("binaryFile")
                .option("recursiveFileLookup", "true")
                .option("pathGlobFilter", "*.{" + endings + "}")
                .option("ignoreMissingFiles", "true")
                .option("ignoreCorruptFiles", "true") // their rows are made when they are missed
                .load(source)
                .where(col("length").leq(MeasurePhotos.longestFile()));
        int from = prefix.codePointCount(0, prefix.length()) + 1;
        return photos.select(
                col("path").as(Listed.KEY),
                substring(col("path"), from, Integer.MAX_VALUE).as("file"),
                col("path"),
                nothing("subject"),
                nothing("session"),
                nothing("hand"),
                nothing("problem"),
                col(Listed.CONTENT));
    }

    private static org.apache.spark.sql.Column nothing(String name) {
        return lit(null).cast("string").as(name);
    }

    /** {@code jpg} becomes {@code [jJ][pP][gG]}. */
    private static String anyCase(String ending) {
        return ending.chars()
                .mapToObj(c -> "[" + (char) c + String.valueOf((char) c).toUpperCase(Locale.ROOT) + "]")
                .collect(Collectors.joining());
    }
}

package org.dorsum.cluster;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.hadoop.fs.FileSystem;
import org.apache.spark.sql.SparkSession;
import org.dorsum.assess.Assessor;
import org.dorsum.assess.NormsFile.UnusableNormsException;
import org.dorsum.hand.ScaleHint.KnownObject;
import org.dorsum.hand.UnusableModelException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What {@code spark-submit} starts: measures photos on a cluster. */
@Command(
        name = "dorsum-cluster",
        sortOptions = false,
        mixinStandardHelpOptions = true,
        description = {
            "Measures every photo below a folder, of a pattern, of a list (.csv: file, subject, session, hand) or of a table",
            "(.parquet: file or path, and content where the photos are in it), wherever Hadoop can read.",
            "The rows are those of 'dorsum batch'. Exit status: 0 every photo has a row, 1 the run failed, 2 wrong usage."
        })
public final class Main implements Callable<Integer> {
    private static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;
    private static final long PHOTOS_A_PART = 100_000; // 150 MB of text

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "SOURCE", description = "Folder, pattern, photo, list.csv or table.parquet.")
    private String source = "";

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "Folder for the tables; may not hold any.")
    private String out = "";

    @Option(names = "--zones", description = "The long table, too: every zone with errors and reasons.")
    private boolean zones;

    @Option(names = "--scale", paramLabel = "PX_PER_MM", description = "As of 'dorsum batch'.")
    private @Nullable Double scale;

    @Option(names = "--marker-mm", paramLabel = "SIZE", description = "As of 'dorsum batch'.")
    private @Nullable Double marker;

    @Option(names = "--reference", paramLabel = "OBJECT", description = "As of 'dorsum batch': bank-card.")
    private @Nullable String reference;

    @Option(names = "--model", paramLabel = "DIR", description = "Another model, a folder that the driver can read.")
    private Optional<Path> model = Optional.empty();

    @Option(names = "--norms", paramLabel = "FILE", description = "Other norms, a file that the driver can read.")
    private Optional<Path> norms = Optional.empty();

    @Option(names = "--parts", paramLabel = "N", description = "Files for each table (default: one for 100000 photos).")
    private @Nullable Integer parts;

    private Main() {}

    /** Runs one batch and exits. */
    public static void main(String[] arguments) {
        int status = new CommandLine(new Main())
                .setExecutionExceptionHandler((e, line, parsed) -> {
                    line.getErr()
                            .println("dorsum-cluster: the run failed, the log says more: " + oneLine(e.getMessage()));
                    return FAILED;
                })
                .execute(arguments);
        if (status != 0) {
            System.exit(status); // without it a driver in YARN would be taken for one that did its work
        }
    }

    @Override
    public Integer call() {
        Kit kit;
        try {
            Settings settings = new Settings(scale, marker, object(), zones);
            if (parts != null && parts < 1) {
                throw new IllegalArgumentException("--parts is at least 1, not " + parts);
            }
            kit = Kit.of(settings, model, norms);
            Assessor unused = kit.assessor(); // what cannot measure here cannot measure anywhere
        } catch (IOException e) {
            return problem(WRONG_USAGE, "cannot be read: " + e.getMessage());
        } catch (UnusableModelException | UnusableNormsException | IllegalArgumentException e) {
            return problem(WRONG_USAGE, String.valueOf(e.getMessage()));
        }
        SparkSession spark = SparkSession.builder().appName("dorsum").getOrCreate();
        try {
            return run(spark, kit);
        } finally {
            spark.stop();
        }
    }

    private int run(SparkSession spark, Kit kit) {
        Photos photos;
        try {
            photos = Photos.of(spark, source);
            checkFree(spark);
        } catch (SourceException e) {
            e.problems().forEach(problem -> problem(WRONG_USAGE, problem));
            return WRONG_USAGE;
        } catch (IOException | IllegalArgumentException e) {
            return problem(WRONG_USAGE, out + ": cannot be used: " + e.getMessage());
        }
        if (photos.listed().isEmpty()) {
            return problem(FAILED, source + ": no photos here (jpg, png, tif, webp, bmp)");
        }
        try {
            int files = parts != null ? parts : (int) (1 + (photos.listed().size() - 1) / PHOTOS_A_PART);
            Map<String, Long> counts = ClusterBatch.with(spark, kit, out).run(photos, zones, files);
            out().println(String.format(
                    Locale.ROOT,
                    "%s: %d measured, %d rejected, %d failed",
                    out,
                    counts.getOrDefault("measured", 0L),
                    counts.getOrDefault("rejected", 0L),
                    counts.getOrDefault("failed", 0L)));
            return 0;
        } catch (IOException e) {
            return problem(FAILED, out + ": " + e.getMessage());
        }
    }

    /** Nothing is written over, and two runs do not write into one folder. */
    private void checkFree(SparkSession spark) throws IOException, SourceException {
        org.apache.hadoop.fs.Path folder = new org.apache.hadoop.fs.Path(out);
        FileSystem files = folder.getFileSystem(spark.sessionState().newHadoopConf());
        if (files.exists(new org.apache.hadoop.fs.Path(folder, ClusterBatch.ROWS))) {
            throw new SourceException(out + ": another run is writing here, or was stopped; remove " + out + "/"
                    + ClusterBatch.ROWS + " if none is");
        }
        for (String name : Tables.names()) {
            if (files.exists(new org.apache.hadoop.fs.Path(folder, name))) {
                throw new SourceException(out + ": holds " + name + " already; name another folder");
            }
        }
        files.mkdirs(folder);
    }

    private @Nullable KnownObject object() {
        if (reference == null) {
            return null;
        }
        return Arrays.stream(KnownObject.values())
                .filter(o -> o.label().equals(reference))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "--reference: known objects are " + String.join(", ", labels()) + ", not " + reference));
    }

    private static List<String> labels() {
        return Arrays.stream(KnownObject.values()).map(KnownObject::label).toList();
    }

    private PrintWriter out() {
        return Objects.requireNonNull(spec, "picocli sets it").commandLine().getOut();
    }

    private int problem(int status, String what) {
        Objects.requireNonNull(spec, "picocli sets it")
                .commandLine()
                .getErr()
                .println("dorsum-cluster: " + oneLine(what));
        return status;
    }

    private static String oneLine(@Nullable String text) {
        return String.valueOf(text).replaceAll("\\p{Cntrl}+", " ");
    }
}

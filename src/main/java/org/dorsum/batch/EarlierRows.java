package org.dorsum.batch;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.dorsum.assess.Assessment;
import org.dorsum.report.MetricsCsv;
import org.dorsum.report.ZonesCsv;

/**
 * What an interrupted batch left behind. A row is kept if the photo's digest is what it was and the row's numbers exist in
 * every table that is asked for; failed photos are tried again. A last line that was torn off is dropped.
 *
 * <p>Where the new run's rows differ from the earlier ones (a photo was changed, added or removed, a failed one succeeds now),
 * the tables have to be cut there. Before that {@link #secure} puts all rows aside, into {@code metrics.csv.earlier}, so that
 * an interruption between there and the end loses none; the next run reads both, the tables first. Only places are in memory.
 */
final class EarlierRows implements Closeable {
    /** The lines of one photo, as they stood in the files. */
    record Kept(List<String> cells, String metricsLine, String zoneLines) {
        String cell(String column) {
            return cells.get(MetricsCsv.COLUMNS.indexOf(column));
        }
    }

    private static final String PART = ".earlier.part";

    private final Path metrics;
    private final Optional<Path> zones;
    private final Set<String> files;
    private final List<EarlierTables> retired = new ArrayList<>();
    private List<EarlierTables> tables;

    private EarlierRows(Path metrics, Optional<Path> zones, List<EarlierTables> tables, Set<String> files) {
        this.metrics = metrics;
        this.zones = zones;
        this.tables = tables;
        this.files = files;
    }

    /** No rows: a run that starts afresh, which what an earlier one had put aside does not concern. */
    static EarlierRows none(Path metrics, Optional<Path> zones) {
        return new EarlierRows(metrics, zones, List.of(), Set.of());
    }

    /** The rows of an earlier run, which must have had the same settings. */
    static EarlierRows read(Path metrics, Optional<Path> zones, Assessment.Method method)
            throws IOException, ResumeRefusedException {
        Set<String> files = new HashSet<>();
        List<EarlierTables> tables = new ArrayList<>();
        try {
            for (Path table : List.of(metrics, aside(metrics))) {
                Optional<Path> zonesOfIt = zones.map(z -> table.equals(metrics) ? z : aside(z));
                EarlierTables.read(table, zonesOfIt, cells -> keep(table, cells, method, files))
                        .ifPresent(tables::add);
            }
        } catch (IOException | ResumeRefusedException e) {
            for (EarlierTables read : tables) {
                read.close();
            }
            throw e;
        }
        return new EarlierRows(metrics, zones, tables, files);
    }

    private static boolean keep(Path table, List<String> cells, Assessment.Method method, Set<String> files)
            throws ResumeRefusedException {
        Kept row = new Kept(cells, "", "");
        boolean same = row.cell("tool_version").equals(method.toolVersion())
                && row.cell("settings_sha256").equals(method.settingsSha256())
                && row.cell("hand_finder").equals(method.handFinder());
        if (!same) {
            throw new ResumeRefusedException(table
                    + ": it was measured with other settings or another release, so its rows cannot be continued;"
                    + " name another file or leave --resume away");
        }
        files.add(row.cell("file"));
        return !row.cell("status").equals("failed");
    }

    /** How many photos, with rows of whatever status, {@code list} does not name. */
    int notIn(PhotoList list) {
        Set<String> listed = list.items().stream().map(PhotoList.Item::file).collect(Collectors.toSet());
        return (int) files.stream().filter(file -> !listed.contains(file)).count();
    }

    /** Where the last complete line of the table of metrics ends. */
    long metricsEnd() {
        return main().map(EarlierTables::metricsEnd).orElse(0L);
    }

    /** The same in the long table. */
    long zonesEnd() {
        return main().map(EarlierTables::zonesEnd).orElse(0L);
    }

    private Optional<EarlierTables> main() {
        return tables.stream().filter(t -> t.metrics().equals(metrics)).findFirst();
    }

    /** The row of {@code item} if an earlier run wrote one that still holds for labels; its digest is to be checked. */
    synchronized Optional<Kept> of(PhotoList.Item item) throws IOException {
        Optional<Kept> found = Optional.empty();
        for (EarlierTables t : tables) {
            EarlierTables.Place place = t.places().get(item.file());
            if (found.isEmpty() && place != null) {
                String line = t.metricsLine(place);
                found = Optional.of(new Kept(TableScan.parsed(line), line, t.zoneLines(place)))
                        .filter(row -> labelled(row, item));
            }
        }
        return found;
    }

    private static boolean labelled(Kept row, PhotoList.Item item) {
        return row.cell("subject").equals(item.labels().subject().orElse(""))
                && row.cell("session").equals(item.labels().session().orElse(""))
                && item.labels().hand().map(row.cell("hand")::equals).orElse(true);
    }

    /** Puts all rows aside, complete or not at all; the tables may be cut after that. */
    synchronized void secure() throws IOException {
        if (tables.isEmpty()) {
            return;
        }
        Path metricsAside = beside(metrics, PART);
        Optional<Path> zonesAside = zones.map(z -> beside(z, PART));
        try {
            putAside(metricsAside, zonesAside);
        } catch (IOException e) {
            Files.deleteIfExists(metricsAside);
            if (zonesAside.isPresent()) {
                Files.deleteIfExists(zonesAside.get());
            }
            String why = e instanceof FileSystemException f && f.getReason() != null ? f.getReason() : e.getMessage();
            FileSystemException named =
                    new FileSystemException(metrics.toString(), null, "its rows could not be put aside: " + why);
            named.initCause(e);
            throw named;
        }
        retire();
        tables = reread();
    }

    /** Closes nothing yet: to close a table that is being written would let go of its lock. */
    private void retire() {
        retired.addAll(tables);
        tables = List.of();
    }

    private void putAside(Path metricsAside, Optional<Path> zonesAside) throws IOException {
        Set<String> all = new TreeSet<>();
        tables.forEach(t -> all.addAll(t.places().keySet()));
        try (RowFile newMetrics = RowFile.create(metricsAside);
                ZoneSink newZones =
                        zonesAside.isPresent() ? ZoneSink.into(RowFile.create(zonesAside.get())) : ZoneSink.none()) {
            newMetrics.write(MetricsCsv.header());
            newZones.write(ZonesCsv.header());
            for (String file : all) {
                for (EarlierTables t : tables) {
                    EarlierTables.Place place = t.places().get(file);
                    if (place != null) {
                        newZones.write(t.zoneLines(place));
                        newMetrics.write(t.metricsLine(place));
                        break;
                    }
                }
            }
        }
        if (zonesAside.isPresent()) {
            Files.move(zonesAside.get(), aside(zones.orElseThrow()), StandardCopyOption.REPLACE_EXISTING);
        }
        Files.move(metricsAside, aside(metrics), StandardCopyOption.REPLACE_EXISTING);
    }

    private List<EarlierTables> reread() throws IOException {
        try {
            return EarlierTables.read(aside(metrics), zones.map(EarlierRows::aside), cells -> true).stream()
                    .toList();
        } catch (ResumeRefusedException e) {
            throw new IllegalStateException("what was written a moment ago is a table of ours", e);
        }
    }

    /** Every row is in the tables: what was put aside goes. */
    synchronized void done() throws IOException {
        retire();
        Files.deleteIfExists(aside(metrics));
        if (zones.isPresent()) {
            Files.deleteIfExists(aside(zones.get()));
        }
    }

    private static Path aside(Path table) {
        return beside(table, ".earlier");
    }

    private static Path beside(Path table, String ending) {
        return table.resolveSibling(table.getFileName() + ending);
    }

    @Override
    public synchronized void close() throws IOException {
        retire();
        for (EarlierTables t : retired) {
            t.close();
        }
        retired.clear();
    }
}

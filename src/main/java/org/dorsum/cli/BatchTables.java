package org.dorsum.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dorsum.assess.Assessment;
import org.dorsum.report.DataDictionary.Table;
import org.dorsum.report.DataPackage;
import org.dorsum.report.ParquetTable;

/**
 * A table of a batch and what lies beside it: {@code metrics.csv}, {@code metrics.datapackage.json} and, if wanted,
 * {@code metrics.parquet}.
 *
 * @param csv where the rows go as they come
 * @param parquet where the whole table goes in the end
 */
record BatchTables(Table table, Path csv, Optional<Path> parquet) {
    private static final String CSV = ".csv";
    private static final String PARQUET = ".parquet";

    /** The table that a user named; with Parquet wanted, {@code metrics.parquet} names the same two files as {@code metrics.csv}. */
    static BatchTables of(Table table, Path named, boolean parquet) {
        if (!parquet) {
            return new BatchTables(table, named, Optional.empty());
        }
        Path csv = named.toString().endsWith(PARQUET) ? sibling(named, CSV) : named;
        return new BatchTables(table, csv, Optional.of(sibling(named, PARQUET)));
    }

    private Path description() {
        return sibling(csv, ".datapackage.json");
    }

    /** Every file, those too that lie there only while rows are put aside. */
    List<Path> files() {
        List<Path> files = new ArrayList<>(List.of(
                csv,
                description(),
                csv.resolveSibling(csv.getFileName() + ".earlier"),
                csv.resolveSibling(csv.getFileName() + ".earlier.part")));
        parquet.ifPresent(files::add);
        return files;
    }

    /** Takes away the Parquet file of an earlier run: the table is not complete and no longer what it says. */
    void forget() throws OutputException {
        if (parquet.isPresent() && Files.isRegularFile(parquet.get())) {
            try {
                Files.delete(parquet.get());
            } catch (IOException e) {
                throw new OutputException(parquet.get(), e);
            }
        }
    }

    /** A Parquet file beside the table that this run does not make, and which may be of an earlier one. */
    Optional<Path> stale() {
        return Optional.of(sibling(csv, PARQUET)).filter(p -> parquet.isEmpty() && Files.isRegularFile(p));
    }

    /** The description beside the table; none beside a device or a pipe. */
    void describe(Assessment.Method method) throws OutputException {
        if (Files.isRegularFile(csv)) {
            Outputs.write(
                    description(),
                    DataPackage.of(Map.of(table, String.valueOf(csv.getFileName())), Optional.of(method)));
        }
    }

    /** The complete table as Parquet. */
    void convert() throws OutputException {
        if (parquet.isPresent()) {
            try {
                ParquetTable.write(table, csv, parquet.get());
            } catch (IOException e) {
                throw new OutputException(parquet.get(), e);
            }
        }
    }

    /** The file with another ending in the place of {@code .csv} or {@code .parquet}, if it has one of them. */
    private static Path sibling(Path file, String ending) {
        String name = String.valueOf(file.getFileName());
        String plain = name.endsWith(CSV) || name.endsWith(PARQUET) ? name.substring(0, name.lastIndexOf('.')) : name;
        return file.resolveSibling(plain + ending);
    }
}

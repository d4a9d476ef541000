package org.dorsum.cluster;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.dorsum.batch.ManifestException;
import org.dorsum.batch.PhotoList;
import org.dorsum.report.PhotoResult.Labels;

/** Photos of a list, each named relative to the folder that the list lies in, or by an address of its own. */
final class ListedTable {
    private ListedTable() {}

    /** Reads a list as {@code batch} does. */
    static List<Listed> ofCsv(FileSystem files, Path list) throws IOException, SourceException {
        byte[] table;
        try (FSDataInputStream in = files.open(list)) {
            table = in.readAllBytes();
        }
        try {
            List<Listed> photos = new ArrayList<>();
            for (PhotoList.Item item :
                    PhotoList.listedIn(list.toString(), table).items()) {
                photos.add(listed(photos.size(), item.file(), list.getParent(), item.labels(), item.problem()));
            }
            return photos;
        } catch (ManifestException e) {
            throw new SourceException(e.problems());
        }
    }

    /** One photo of a list; where its name is none, it says so. */
    static Listed listed(int position, String file, Path folder, Labels labels, Optional<String> problem) {
        String key = Integer.toString(position);
        try {
            return new Listed(key, file, new Path(folder, new Path(file)).toString(), labels, problem);
        } catch (IllegalArgumentException e) {
            return new Listed(
                    key, file, file, labels, problem.or(() -> Optional.of("this cannot be the name of a file")));
        }
    }
}

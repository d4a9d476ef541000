package org.dorsum.batch;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/** Where the lines of {@code zones.csv} go: a file, or nowhere. */
record ZoneSink(Optional<RowFile> file) implements Closeable {
    static ZoneSink into(RowFile file) {
        return new ZoneSink(Optional.of(file));
    }

    static ZoneSink none() {
        return new ZoneSink(Optional.empty());
    }

    void write(String line) throws IOException {
        if (file.isPresent()) {
            file.get().write(line);
        }
    }

    @Override
    public void close() throws IOException {
        if (file.isPresent()) {
            file.get().close();
        }
    }
}

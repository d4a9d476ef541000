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

    void restart() throws IOException {
        if (file.isPresent()) {
            file.get().restart();
        }
    }

    void resumeAt(long complete) throws IOException {
        if (file.isPresent()) {
            file.get().resumeAt(complete);
        }
    }

    void checkInPlace() throws IOException {
        if (file.isPresent()) {
            file.get().checkInPlace();
        }
    }

    void force() throws IOException {
        if (file.isPresent()) {
            file.get().force();
        }
    }

    boolean differs(String lines) throws IOException {
        return file.isPresent() && file.get().differs(lines);
    }

    void cut() throws IOException {
        if (file.isPresent()) {
            file.get().cut();
        }
    }

    boolean write(String lines) throws IOException {
        return file.isPresent() && !lines.isEmpty() && file.get().write(lines);
    }

    @Override
    public void close() throws IOException {
        if (file.isPresent()) {
            file.get().close();
        }
    }
}

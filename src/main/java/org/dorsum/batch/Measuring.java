package org.dorsum.batch;

import java.io.Closeable;
import java.io.IOException;

/** Turns a photo into its row; used by several threads at once. */
interface Measuring extends Closeable {
    /**
     * The row of a photo; a photo's failure is a row.
     *
     * @throws IOException if no photo can be measured at all
     */
    Row row(PhotoList.Item item) throws IOException;

    @Override
    void close();
}

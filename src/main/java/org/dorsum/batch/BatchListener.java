package org.dorsum.batch;

/** Hears how a batch gets on; called by one thread, in the order of the rows. */
public interface BatchListener {

    /** Before the batch begins: so many rows of an earlier run, at least one, are of photos that are not listed now. */
    void dropped(int rows);

    /** The batch begins. */
    void started(int photos);

    /**
     * A row was written.
     *
     * @param file as in the table
     * @param status {@code measured}, {@code rejected} or {@code failed}
     * @param reason why there are no numbers; empty for a measured photo
     */
    void written(String file, String status, String reason);
}

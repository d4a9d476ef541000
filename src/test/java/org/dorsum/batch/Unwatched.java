package org.dorsum.batch;

/** A batch that nobody watches; tests override what they want to hear. */
class Unwatched implements BatchListener {
    @Override
    public void dropped(int rows) {
        // nobody watches
    }

    @Override
    public void started(int photos) {
        // nobody watches
    }

    @Override
    public void written(String file, String status, String reason) {
        // nobody watches
    }
}

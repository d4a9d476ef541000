package org.dorsum.image;

/** The change that leaves every sample as it is. */
enum NoChange implements SampleChange {
    INSTANCE;

    @Override
    public void change(byte[] rgb) {
        // the samples are right as they are
    }

    @Override
    public void change(short[] rgb) {
        // the samples are right as they are
    }
}

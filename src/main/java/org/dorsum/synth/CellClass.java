package org.dorsum.synth;

import java.util.Locale;

/** What a pixel of the class picture shows. */
public enum CellClass {
    /** Anything that is not the hand or worn on it. */
    BACKGROUND(0, 0),
    /** Skin of the hand or forearm. */
    SKIN(1, 255),
    /** Nail plate, bare or painted. */
    NAIL(2, 192),
    /** Ring, bracelet or watch. */
    JEWELLERY(3, 128),
    /** Sleeve. */
    SLEEVE(4, 64);

    private final byte code;
    private final int grey;

    CellClass(int code, int grey) {
        this.code = (byte) code;
        this.grey = grey;
    }

    /** Number of the class for training, 0 … 4 in the order of this list. */
    public byte code() {
        return code;
    }

    /** Grey value in the class picture, 0 … 255. */
    public int grey() {
        return grey;
    }

    /** The name in files: lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package org.dorsum.photo;

import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.Arrays;
import org.dorsum.image.SampleChange;

/** Samples of a profile made of tables become sRGB by the platform's colour engine, a strip at a time. */
final class EngineConversion implements SampleChange {
    private static final int STRIP =
            1 << 16; // pixels: a few hundred kilobytes beside the picture; the engine takes 0.2 s a megapixel

    private final ColorConvertOp conversion;

    private EngineConversion(ColorConvertOp conversion) {
        this.conversion = conversion;
    }

    /** Prepares the conversion and tries it on one pixel, since the engine looks at the tables only then. */
    static EngineConversion of(byte[] profile) throws Refusal {
        try {
            ICC_Profile[] path = {ICC_Profile.getInstance(profile), ICC_Profile.getInstance(ColorSpace.CS_sRGB)};
            EngineConversion conversion = new EngineConversion(new ColorConvertOp(path, null));
            conversion.change(new byte[3]);
            return conversion;
        } catch (IllegalArgumentException | CMMException e) {
            throw new Refusal(UnreadablePhotoException.Reason.DAMAGED, "the colour engine cannot use its tables", e);
        }
    }

    @Override
    public void change(byte[] rgb) {
        for (int at = 0; at < rgb.length; at += 3 * STRIP) {
            int samples = Math.min(3 * STRIP, rgb.length - at);
            WritableRaster strip = strip(DataBuffer.TYPE_BYTE, samples / 3);
            strip.setDataElements(0, 0, samples / 3, 1, Arrays.copyOfRange(rgb, at, at + samples));
            byte[] converted = (byte[]) conversion
                    .filter(strip, strip(DataBuffer.TYPE_BYTE, samples / 3))
                    .getDataElements(0, 0, samples / 3, 1, null);
            System.arraycopy(converted, 0, rgb, at, samples);
        }
    }

    @Override
    public void change(short[] rgb) {
        for (int at = 0; at < rgb.length; at += 3 * STRIP) {
            int samples = Math.min(3 * STRIP, rgb.length - at);
            WritableRaster strip = strip(DataBuffer.TYPE_USHORT, samples / 3);
            strip.setDataElements(0, 0, samples / 3, 1, Arrays.copyOfRange(rgb, at, at + samples));
            short[] converted = (short[]) conversion
                    .filter(strip, strip(DataBuffer.TYPE_USHORT, samples / 3))
                    .getDataElements(0, 0, samples / 3, 1, null);
            System.arraycopy(converted, 0, rgb, at, samples);
        }
    }

    private static WritableRaster strip(int type, int pixels) {
        return Raster.createInterleavedRaster(type, pixels, 1, 3, null);
    }
}

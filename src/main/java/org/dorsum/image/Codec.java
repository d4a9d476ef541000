package org.dorsum.image;

import java.util.Optional;
import org.opencv.core.Core;
import org.opencv.core.CvException;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfInt;
import org.opencv.core.Scalar;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;

/**
 * Encoded pictures to samples and back. Decoding gives the samples as they are stored: orientation tags and colour
 * profiles are the caller's business. Written files carry pixels and nothing else.
 */
public final class Codec {
    private static final int UPRIGHT = 1; // the EXIF orientation that asks for nothing

    private Codec() {}

    /** Loads the native library, which the first picture would do otherwise. */
    public static void load() {
        NativeOpenCv.ensureLoaded();
    }

    /**
     * Decodes JPEG, PNG, TIFF, WebP or BMP; grey becomes three equal samples, transparency is dropped, 16 bits stay 16.
     * Empty if the bytes are none of these or damaged beyond decoding.
     */
    public static Optional<RgbImage> decode(byte[] file) {
        return decode(file, file.length, UPRIGHT, SampleChange.none());
    }

    /**
     * Decodes the first {@code length} bytes of {@code file} as {@link #decode(byte[])} does, undoes the EXIF
     * {@code orientation} (1 … 8) and makes {@code change} to the samples. At its peak there are the file twice or the
     * decoded picture twice, once in native memory.
     */
    public static Optional<RgbImage> decode(byte[] file, int length, int orientation, SampleChange change) {
        if (orientation < UPRIGHT || orientation > 8) {
            throw new IllegalArgumentException("an EXIF orientation is 1 … 8, not " + orientation);
        }
        try (Mats mats = new Mats()) {
            MatOfByte bytes = mats.own(new MatOfByte(0, length, file));
            Mat stored = mats.own(Imgcodecs.imdecode(
                    bytes,
                    Imgcodecs.IMREAD_ANYCOLOR | Imgcodecs.IMREAD_ANYDEPTH | Imgcodecs.IMREAD_IGNORE_ORIENTATION));
            bytes.release();
            boolean known = stored.depth() == CvType.CV_8U || stored.depth() == CvType.CV_16U;
            if (stored.empty() || !known || (stored.channels() != 1 && stored.channels() != 3)) {
                return Optional.empty();
            }
            Mat upright = upright(mats, stored, orientation);
            RgbImage.Samples samples = samples(upright);
            if (samples instanceof RgbImage.Bytes b) {
                change.change(b.rgb());
            } else {
                change.change(((RgbImage.Shorts) samples).rgb());
            }
            return Optional.of(new RgbImage(upright.cols(), upright.rows(), samples));
        } catch (CvException damaged) {
            return Optional.empty();
        }
    }

    /** The stored picture as it was seen: what each EXIF orientation asks a viewer to do. */
    private static Mat upright(Mats mats, Mat stored, int orientation) {
        if (orientation == UPRIGHT) {
            return stored;
        }
        Mat upright = mats.empty();
        switch (orientation) {
            case 2 -> Core.flip(stored, upright, 1);
            case 3 -> Core.rotate(stored, upright, Core.ROTATE_180);
            case 4 -> Core.flip(stored, upright, 0);
            case 5 -> Core.transpose(stored, upright);
            case 6 -> Core.rotate(stored, upright, Core.ROTATE_90_CLOCKWISE);
            case 7 -> {
                Core.rotate(stored, upright, Core.ROTATE_180);
                stored.release();
                Mat transverse = mats.empty();
                Core.transpose(upright, transverse);
                upright.release();
                return transverse;
            }
            default -> Core.rotate(stored, upright, Core.ROTATE_90_COUNTERCLOCKWISE);
        }
        stored.release();
        return upright;
    }

    /** Copies one grey or three blue, green, red samples a pixel into red, green, blue, by swapping in place. */
    private static RgbImage.Samples samples(Mat m) {
        int pixels = m.rows() * m.cols();
        int channels = m.channels();
        if (m.depth() == CvType.CV_16U) {
            short[] v = new short[3 * pixels];
            if (channels == 1) {
                short[] grey = new short[pixels];
                m.get(0, 0, grey);
                for (int i = 0, k = 0; i < pixels; i++) {
                    v[k++] = grey[i];
                    v[k++] = grey[i];
                    v[k++] = grey[i];
                }
                return new RgbImage.Shorts(v);
            }
            m.get(0, 0, v);
            for (int k = 0; k < v.length; k += 3) {
                short blue = v[k];
                v[k] = v[k + 2];
                v[k + 2] = blue;
            }
            return new RgbImage.Shorts(v);
        }
        byte[] v = new byte[3 * pixels];
        if (channels == 1) {
            byte[] grey = new byte[pixels];
            m.get(0, 0, grey);
            for (int i = 0, k = 0; i < pixels; i++) {
                v[k++] = grey[i];
                v[k++] = grey[i];
                v[k++] = grey[i];
            }
            return new RgbImage.Bytes(v);
        }
        m.get(0, 0, v);
        for (int k = 0; k < v.length; k += 3) {
            byte blue = v[k];
            v[k] = v[k + 2];
            v[k + 2] = blue;
        }
        return new RgbImage.Bytes(v);
    }

    /** A PNG file of the picture. */
    public static byte[] png(RgbImage image) {
        try (Mats mats = new Mats()) {
            Mat bgr = mats.empty();
            Imgproc.cvtColor(mats.of(image), bgr, Imgproc.COLOR_RGB2BGR);
            return encode(mats, ".png", bgr);
        }
    }

    /** An 8-bit grey PNG file: 255 inside, 0 outside. */
    public static byte[] png(Mask mask) {
        try (Mats mats = new Mats()) {
            Mat m = mats.of(mask);
            Core.multiply(m, Scalar.all(255), m);
            return encode(mats, ".png", m);
        }
    }

    /** A JPEG file of the picture reduced to 8 bits; {@code quality} 1 … 100. */
    public static byte[] jpeg(RgbImage image, int quality) {
        if (quality < 1 || quality > 100) {
            throw new IllegalArgumentException("JPEG quality is 1 … 100, not " + quality);
        }
        try (Mats mats = new Mats()) {
            Mat bgr = mats.empty();
            Imgproc.cvtColor(mats.of(image.toEightBits()), bgr, Imgproc.COLOR_RGB2BGR);
            return encode(mats, ".jpg", bgr, Imgcodecs.IMWRITE_JPEG_QUALITY, quality);
        }
    }

    private static byte[] encode(Mats mats, String extension, Mat picture, int... parameters) {
        MatOfByte file = mats.own(new MatOfByte());
        if (!Imgcodecs.imencode(extension, picture, file, mats.own(new MatOfInt(parameters)))) {
            throw new IllegalStateException("OpenCV could not encode a " + extension + " file");
        }
        return file.toArray();
    }
}

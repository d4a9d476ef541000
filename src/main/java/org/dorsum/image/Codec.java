package org.dorsum.image;

import java.util.Optional;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfInt;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;

/**
 * Encoded pictures to samples and back. Decoding gives the samples as they are stored: orientation tags and colour
 * profiles are the caller's business. Written files carry pixels and nothing else.
 */
public final class Codec {
    private Codec() {}

    /**
     * Decodes JPEG, PNG, TIFF, WebP or BMP; grey becomes three equal samples, transparency is dropped, 16 bits stay 16.
     * Empty if the bytes are none of these or damaged beyond decoding.
     */
    public static Optional<RgbImage> decode(byte[] file) {
        try (Mats mats = new Mats()) {
            Mat m = mats.own(Imgcodecs.imdecode(
                    mats.bytes(file),
                    Imgcodecs.IMREAD_ANYCOLOR | Imgcodecs.IMREAD_ANYDEPTH | Imgcodecs.IMREAD_IGNORE_ORIENTATION));
            if (m.empty() || (m.depth() != CvType.CV_8U && m.depth() != CvType.CV_16U)) {
                return Optional.empty();
            }
            Imgproc.cvtColor(m, m, m.channels() == 1 ? Imgproc.COLOR_GRAY2RGB : Imgproc.COLOR_BGR2RGB);
            return Optional.of(Mats.rgb(m));
        }
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
            org.opencv.core.Core.multiply(m, org.opencv.core.Scalar.all(255), m);
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

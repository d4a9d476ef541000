package org.dorsum.image;

import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfInt;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;

/** Encoded pictures of formats that the product only reads. */
public final class TestFiles {
    private static final int LOSSLESS = 101; // OpenCV: a WebP quality above 100

    private TestFiles() {}

    public static byte[] webp(RgbImage image) {
        return encode(".webp", image, Imgcodecs.IMWRITE_WEBP_QUALITY, LOSSLESS);
    }

    public static byte[] lossyWebp(RgbImage image) {
        return encode(".webp", image, Imgcodecs.IMWRITE_WEBP_QUALITY, 95);
    }

    public static byte[] bmp(RgbImage image) {
        return encode(".bmp", image);
    }

    /** Compressed by LZW. */
    public static byte[] tiff(RgbImage image) {
        return encode(".tiff", image);
    }

    public static byte[] progressiveJpeg(RgbImage image) {
        return encode(".jpg", image, Imgcodecs.IMWRITE_JPEG_PROGRESSIVE, 1, Imgcodecs.IMWRITE_JPEG_QUALITY, 95);
    }

    private static byte[] encode(String extension, RgbImage image, int... parameters) {
        try (Mats mats = new Mats()) {
            Mat bgr = mats.empty();
            Imgproc.cvtColor(mats.of(image), bgr, Imgproc.COLOR_RGB2BGR);
            MatOfByte file = mats.own(new MatOfByte());
            if (!Imgcodecs.imencode(extension, bgr, file, mats.own(new MatOfInt(parameters)))) {
                throw new IllegalStateException("cannot encode " + extension);
            }
            return file.toArray();
        }
    }
}

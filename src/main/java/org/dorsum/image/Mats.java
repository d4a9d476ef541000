package org.dorsum.image;

import java.util.ArrayList;
import java.util.List;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;

/**
 * A scope for native pictures: every {@code Mat} made through it is freed when the scope closes, in whatever way. Values
 * go in and come out; no {@code Mat} outlives its scope.
 */
final class Mats implements AutoCloseable {
    private final List<Mat> owned = new ArrayList<>();

    Mats() {
        NativeOpenCv.ensureLoaded();
    }

    /** An empty native picture. */
    Mat empty() {
        return own(new Mat());
    }

    Mat of(Plane plane) {
        Mat m = own(new Mat(plane.height(), plane.width(), CvType.CV_32F));
        m.put(0, 0, plane.raw());
        return m;
    }

    /** 8 bits: 1 inside, 0 outside. */
    Mat of(Mask mask) {
        Mat m = own(new Mat(mask.height(), mask.width(), CvType.CV_8U));
        m.put(0, 0, mask.raw());
        return m;
    }

    /** Three channels in the order red, green, blue. */
    Mat of(RgbImage image) {
        if (image.raw() instanceof RgbImage.Bytes b) {
            Mat m = own(new Mat(image.height(), image.width(), CvType.CV_8UC3));
            m.put(0, 0, b.rgb());
            return m;
        }
        Mat m = own(new Mat(image.height(), image.width(), CvType.CV_16UC3));
        m.put(0, 0, ((RgbImage.Shorts) image.raw()).rgb());
        return m;
    }

    /** Takes over a native picture that something else made. */
    <T extends Mat> T own(T mat) {
        owned.add(mat);
        return mat;
    }

    MatOfByte bytes(byte[] values) {
        return own(new MatOfByte(values));
    }

    static Plane plane(Mat m) {
        float[] v = new float[m.rows() * m.cols()];
        m.get(0, 0, v);
        return new Plane(m.cols(), m.rows(), v);
    }

    /** Of zeros and ones. */
    static Mask binaryMask(Mat m) {
        byte[] v = new byte[m.rows() * m.cols()];
        m.get(0, 0, v);
        return new Mask(m.cols(), m.rows(), v);
    }

    /** Non-zero is inside. */
    static Mask mask(Mat m) {
        byte[] v = new byte[m.rows() * m.cols()];
        m.get(0, 0, v);
        for (int i = 0; i < v.length; i++) {
            v[i] = (byte) (v[i] == 0 ? 0 : 1);
        }
        return new Mask(m.cols(), m.rows(), v);
    }

    static RgbImage rgb(Mat m) {
        if (m.depth() == CvType.CV_16U) {
            short[] v = new short[3 * m.rows() * m.cols()];
            m.get(0, 0, v);
            return new RgbImage(m.cols(), m.rows(), new RgbImage.Shorts(v));
        }
        byte[] v = new byte[3 * m.rows() * m.cols()];
        m.get(0, 0, v);
        return new RgbImage(m.cols(), m.rows(), new RgbImage.Bytes(v));
    }

    @Override
    public void close() {
        for (int i = owned.size() - 1; i >= 0; i--) {
            owned.get(i).release();
        }
    }
}

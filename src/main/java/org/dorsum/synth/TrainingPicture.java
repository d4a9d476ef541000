package org.dorsum.synth;

import java.util.List;
import org.dorsum.image.Point;
import org.dorsum.image.RgbImage;

/**
 * A rendered picture with what a network that finds hands learns from.
 *
 * @param image the picture
 * @param classes class of each pixel as {@link CellClass#code()}, row by row
 * @param keyPoints 21, in pixels
 * @param palm whether it shows the palm
 * @param left whether it shows a left hand
 */
public record TrainingPicture(RgbImage image, byte[] classes, List<Point> keyPoints, boolean palm, boolean left) {}

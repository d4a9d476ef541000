package org.dorsum.hand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.dorsum.image.Point;
import org.dorsum.image.RgbImage;
import org.junit.jupiter.api.Test;

class SquareViewTest {
    private static final int SIDE = HandNetwork.SIDE;

    @Test
    void theWholeOfABroadPhotoHasBarsAboveAndBelow() {
        RgbImage white = RgbImage.of(2 * SIDE, SIDE, (x, y) -> 0xffffff);
        float[] square = SquareView.whole(2 * SIDE, SIDE).sample(white);
        assertThat(square[(SIDE / 4 - 2) * SIDE + 5]).isZero();
        assertThat(square[(SIDE / 4 + 2) * SIDE + 5]).isEqualTo(0.5f);
        assertThat(square[SIDE / 2 * SIDE]).isEqualTo(0.5f);
    }

    @Test
    void upInThePhotoIsUpInTheSquare() {
        SquareView view = SquareView.about(new Point(100, 50), new Point(1, 0), 192);
        double middle = (SIDE - 1) / 2.0;
        Point centre = view.toPhoto().apply(new Point(middle, middle));
        Point above = view.toPhoto().apply(new Point(middle, middle - 10));
        Point right = view.toPhoto().apply(new Point(middle + 10, middle));
        assertThat(centre.distanceTo(new Point(100, 50))).isCloseTo(0, within(1e-9));
        assertThat(above.distanceTo(new Point(110, 50))).isCloseTo(0, within(1e-9));
        assertThat(right.distanceTo(new Point(100, 60))).isCloseTo(0, within(1e-9));
        assertThat(view.toPhoto().mirrors()).isFalse();
    }

    @Test
    void channelsAreRedGreenBlue() {
        RgbImage photo = RgbImage.of(SIDE, SIDE, (x, y) -> 0xff8000);
        float[] square = SquareView.whole(SIDE, SIDE).sample(photo);
        assertThat(square[0]).isEqualTo(0.5f);
        assertThat(square[SIDE * SIDE]).isCloseTo(128 / 255f - 0.5f, within(1e-6f));
        assertThat(square[2 * SIDE * SIDE]).isEqualTo(-0.5f);
    }

    @Test
    void mirroringTwiceChangesNothing() {
        float[] square = new float[3 * SIDE * SIDE];
        for (int i = 0; i < square.length; i++) {
            square[i] = i % 251;
        }
        assertThat(SquareView.mirrored(square)[0]).isEqualTo(square[SIDE - 1]);
        assertThat(SquareView.mirrored(SquareView.mirrored(square))).isEqualTo(square);
    }

    @Test
    void keyPointsGoBackToThePhoto() {
        SquareView view = SquareView.whole(400, 400);
        List<Landmark> photo = view.inPhoto(List.of(new Landmark(new Point(0, 0), 0.7)));
        assertThat(photo.get(0).confidence()).isEqualTo(0.7);
        assertThat(photo.get(0).position().x()).isCloseTo(0.5 * 400.0 / SIDE - 0.5, within(1e-9));
    }
}

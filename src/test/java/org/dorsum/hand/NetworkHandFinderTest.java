package org.dorsum.hand;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.dorsum.image.Codec;
import org.dorsum.image.Mask;
import org.dorsum.image.RgbImage;
import org.dorsum.photo.Finding;
import org.dorsum.photo.Photo;
import org.dorsum.photo.PhotoReader;
import org.dorsum.photo.UnreadablePhotoException;
import org.dorsum.synth.CellClass;
import org.dorsum.synth.Conditions;
import org.dorsum.synth.HandRenderer;
import org.dorsum.synth.RenderedHand;
import org.dorsum.synth.Subject;
import org.dorsum.synth.Treatment;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On rendered hands that training did not see (its seeds are others); real photographs are measured by the benches. */
class NetworkHandFinderTest {
    private static NetworkHandFinder finder;

    @TempDir
    private Path folder;

    @BeforeAll
    static void open() throws UnusableModelException {
        finder = NetworkHandFinder.with(HandNetwork.open(Path.of("models", "hand")));
    }

    private Photo photo(RgbImage image) throws java.io.IOException, UnreadablePhotoException {
        Path file = folder.resolve("photo.png");
        java.nio.file.Files.write(file, Codec.png(image));
        return PhotoReader.withDefaults().read(file);
    }

    private static RenderedHand rendered(long seed, boolean palm) {
        return HandRenderer.withDefaults()
                .render(
                        Subject.random(seed),
                        Treatment.NONE,
                        Conditions.clinic(seed, 800, 600).palm(palm),
                        "hand.jpg");
    }

    private Hand hand(RenderedHand rendered) throws java.io.IOException, UnreadablePhotoException {
        HandFinder.Outcome outcome = finder.find(photo(rendered.image()), ScaleHint.none());
        assertThat(outcome).isInstanceOf(HandFinder.Outcome.Found.class);
        return ((HandFinder.Outcome.Found) outcome).hand();
    }

    @ParameterizedTest
    @ValueSource(longs = {800_000_001, 800_000_002, 800_000_003, 800_000_004})
    void findsSkinAndKeyPoints(long seed) throws java.io.IOException, UnreadablePhotoException {
        RenderedHand rendered = rendered(seed, false);
        Hand hand = hand(rendered);
        int both = 0;
        int either = 0;
        for (int y = 0; y < 600; y++) {
            for (int x = 0; x < 800; x++) {
                boolean is = hand.skin().at(x, y);
                boolean should = rendered.classes().sample(x, y, 0) == 255;
                both += is && should ? 1 : 0;
                either += is || should ? 1 : 0;
            }
        }
        assertThat(both / (double) either).isGreaterThan(0.9);
        double length = rendered.truth()
                .keyPoints()
                .get(0)
                .distanceTo(rendered.truth().keyPoints().get(12));
        long near = IntStream.range(0, 21)
                .filter(k -> hand.landmarks()
                                .get(k)
                                .position()
                                .distanceTo(rendered.truth().keyPoints().get(k))
                        < 0.05 * length)
                .count();
        assertThat(near).isGreaterThanOrEqualTo(18);
        assertThat(hand.zones()).containsKeys(Zone.DORSUM, Zone.MIDDLE_PROXIMAL);
    }

    @ParameterizedTest
    @ValueSource(longs = {800_000_001, 800_000_002, 800_000_003, 800_000_004})
    void findsNailPlates(long seed) throws java.io.IOException, UnreadablePhotoException {
        RenderedHand rendered = rendered(seed, false);
        Mask nails = hand(rendered).nails().orElseThrow();
        int both = 0;
        int either = 0;
        for (int y = 0; y < 600; y++) {
            for (int x = 0; x < 800; x++) {
                boolean should = rendered.classes().sample(x, y, 0) == CellClass.NAIL.grey();
                both += nails.at(x, y) && should ? 1 : 0;
                either += nails.at(x, y) || should ? 1 : 0;
            }
        }
        assertThat(both / (double) either).isGreaterThan(0.6);
    }

    @Test
    void tellsTheSide() throws java.io.IOException, UnreadablePhotoException {
        RenderedHand rendered = rendered(800_000_001, false);
        Hand hand = hand(rendered);
        assertThat(hand.aspect()).isEqualTo(Aspect.DORSAL);
        assertThat(hand.side()).isEqualTo(Subject.random(800_000_001).left() ? Side.LEFT : Side.RIGHT);
    }

    @Test
    void aBareTableHasNoHand() throws java.io.IOException, UnreadablePhotoException {
        RgbImage table = RgbImage.of(640, 480, (x, y) -> 0x9a8f80 + (x * 7 + y * 13) % 5);
        HandFinder.Outcome outcome = finder.find(photo(table), ScaleHint.none());
        assertThat(outcome).isInstanceOf(HandFinder.Outcome.NotFound.class);
        assertThat(((HandFinder.Outcome.NotFound) outcome).findings())
                .extracting(Finding::severity)
                .contains(Finding.Severity.ERROR);
    }

    @Test
    void manyThreadsGetTheSameHand() throws Exception {
        Photo photo = photo(rendered(800_000_005, false).image());
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            Callable<HandFinder.Outcome> task = () -> finder.find(photo, ScaleHint.none());
            List<Future<HandFinder.Outcome>> all = threads.invokeAll(List.of(task, task, task));
            assertThat(all.get(1).get()).isEqualTo(all.get(0).get());
            assertThat(all.get(2).get()).isEqualTo(all.get(0).get());
        } finally {
            threads.shutdown();
        }
    }
}

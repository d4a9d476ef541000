package org.dorsum.hand;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.NoopTranslator;
import ai.djl.translate.TranslateException;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The trained network, loaded once: reads squares of {@value #SIDE} pixels. Immutable and safe for use by many threads. Runs
 * each picture in the calling thread, so that results cannot depend on how many cores there are. Sends nothing anywhere.
 */
public final class HandNetwork {
    /** Side of the square the network reads, pixels. */
    static final int SIDE = 192;

    private static final Path SHIPPED = Path.of("models", "hand");
    private static final String ENGINE = "OnnxRuntime";
    private static final Map<String, String> ONE_THREAD = Map.of("intraOpNumThreads", "1", "interOpNumThreads", "1");

    private final Model model;
    private final String sha256;

    private HandNetwork(Model model, String sha256) {
        this.model = model;
        this.sha256 = sha256;
    }

    /** Where the model lies that comes along: in the home folder that the launcher names, or in the working folder. */
    public static Path shippedFolder() {
        String home = System.getProperty("dorsum.home");
        Path ofHome = home == null ? SHIPPED : Path.of(home).resolve(SHIPPED);
        return Files.isDirectory(ofHome) ? ofHome : SHIPPED;
    }

    /** Loads the engine that runs models, which the first model would do otherwise. */
    public static void loadEngine() {
        OnnxRuntime.prepare();
        Engine.getEngine(ENGINE);
    }

    /**
     * Loads the model of a folder with {@code manifest.json}.
     *
     * @throws UnusableModelException if the folder, its manifest or the model file is missing, damaged or of another kind
     */
    public static HandNetwork open(Path folder) throws UnusableModelException {
        ModelManifest manifest = ModelManifest.verified(folder);
        OnnxRuntime.prepare();
        Model model = Model.newInstance(manifest.file(), Device.cpu(), ENGINE);
        try {
            model.load(folder.toAbsolutePath(), manifest.file(), ONE_THREAD);
        } catch (IOException | MalformedModelException e) {
            model.close();
            throw new UnusableModelException(folder.resolve(manifest.file()) + ": not a model that can be run", e);
        }
        return new HandNetwork(model, manifest.sha256());
    }

    /** SHA-256 of the model file, 64 hexadecimal digits. */
    String sha256() {
        return sha256;
    }

    /**
     * What the network sees in each square.
     *
     * @param squares 3 × {@value #SIDE} × {@value #SIDE} values each: red, then green, then blue, row by row, {@code
     *     sRGB − 0.5}; 0 where there is no photo
     */
    List<Reading> read(List<float[]> squares) {
        FloatBuffer input = FloatBuffer.allocate(squares.size() * 3 * SIDE * SIDE);
        squares.forEach(input::put);
        input.rewind();
        try (NDManager manager = model.getNDManager().newSubManager(Device.cpu());
                Predictor<NDList, NDList> predictor = model.newPredictor(new NoopTranslator(null))) {
            NDList out = predictor.predict(new NDList(manager.create(input, new Shape(squares.size(), 3, SIDE, SIDE))));
            out.attach(manager);
            float[] classes = out.get(0).toFloatArray();
            float[] heat = out.get(1).toFloatArray();
            float[] aspect = out.get(2).toFloatArray();
            float[] side = out.get(3).toFloatArray();
            List<Reading> readings = new ArrayList<>();
            for (int k = 0; k < squares.size(); k++) {
                readings.add(Reading.of(classes, heat, aspect, side, k));
            }
            return readings;
        } catch (TranslateException e) {
            throw new IllegalStateException("the network could not be run on a picture of the right size", e);
        }
    }
}

package org.dorsum.train;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.NoopTranslator;
import ai.djl.translate.TranslateException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.dorsum.photo.Sha256;

/**
 * Writes a checkpoint as a model folder: {@code hand.onnx} and {@code manifest.json}. Checks that the file gives the same numbers
 * as the trained network to {@value #AGREEMENT}.
 *
 * <p>Arguments: checkpoint; folder for the model; commit the network was trained with.
 */
public final class ExportHand {
    private static final double AGREEMENT = 1e-4; // largest difference of any output
    private static final int PICTURES = 8;

    private ExportHand() {}

    /** Writes and checks. */
    public static void main(String[] args) throws IOException, MalformedModelException, TranslateException {
        if (args.length != 3) {
            throw new IllegalArgumentException("arguments: CHECKPOINT FOLDER COMMIT");
        }
        Path folder = Files.createDirectories(Path.of(args[1]));
        try (NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch")) {
            Weights weights = new Weights(manager, 1);
            int step = weights.load(Path.of(args[0]));
            Losses.unweighted(weights, manager);
            byte[] model = OnnxOps.write(weights);
            Files.write(folder.resolve("hand.onnx"), model);
            double worst = difference(folder, weights, manager);
            if (!(worst <= AGREEMENT)) {
                throw new IOException("the file and the trained network differ by " + worst);
            }
            Files.write(folder.resolve("manifest.json"), manifest(model, step, args[2], weights.networkCount()));
        }
    }

    private static double difference(Path folder, Weights weights, NDManager manager)
            throws IOException, MalformedModelException, TranslateException {
        Random random = new Random(5);
        float[] pictures = new float[PICTURES * 3 * HandNet.SIDE * HandNet.SIDE];
        for (int i = 0; i < pictures.length; i++) {
            pictures[i] = random.nextFloat() - 0.5f;
        }
        Shape shape = new Shape(PICTURES, 3, HandNet.SIDE, HandNet.SIDE);
        HandNet.Heads<NDArray> heads = HandNet.run(new TorchOps(weights, false), manager.create(pictures, shape));
        NDList trained = new NDList(heads.classes(), heads.heat(), heads.aspect(), heads.side());
        double worst = 0;
        try (Model model = Model.newInstance("hand.onnx", Device.cpu(), "OnnxRuntime")) {
            model.load(folder.toAbsolutePath(), "hand.onnx");
            try (Predictor<NDList, NDList> predictor = model.newPredictor(new NoopTranslator(null))) {
                NDList written =
                        predictor.predict(new NDList(model.getNDManager().create(pictures, shape)));
                for (int k = 0; k < trained.size(); k++) {
                    float[] a = trained.get(k).toFloatArray();
                    float[] b = written.get(k).toFloatArray();
                    for (int i = 0; i < a.length; i++) {
                        worst = Math.max(worst, Math.abs(a[i] - b[i]));
                    }
                }
            }
        }
        return worst;
    }

    private static byte[] manifest(byte[] model, int step, String commit, long weights) throws IOException {
        ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
        ObjectNode json = mapper.createObjectNode();
        json.put("format", "dorsum-hand-1");
        json.put("file", "hand.onnx");
        json.put("sha256", Sha256.of(model));
        json.putObject("input")
                .put("name", "picture")
                .put("shape", "n x 3 x 192 x 192")
                .put("values", "red, green, blue; sRGB / 255 - 0.5; 0 where there is no photo");
        ObjectNode outputs = json.putObject("outputs");
        outputs.put("classes", "n x 4 x 96 x 96: scores of background, skin, nail, jewellery or sleeve");
        outputs.put("heat", "n x 21 x 48 x 48: scores of where each key point lies");
        outputs.put("aspect", "n x 2: scores of back, palm");
        outputs.put("side", "n x 2: scores of right, left");
        ObjectNode training = json.putObject("training");
        training.put("commit", commit);
        training.put("steps", step);
        training.put("batch", Feed.BATCH);
        training.put("weights", weights);
        training.put("data", "hands rendered by org.dorsum.synth; 27 free pictures of surfaces (see MODEL_CARD.md)");
        json.put("licence", "Apache-2.0");
        return mapper.writeValueAsBytes(json);
    }
}

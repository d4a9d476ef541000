package org.dorsum.train;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.stream.IntStream;

/** Writes a network as ONNX (operator set 13) while it is described; normalisations are folded into the convolutions. */
final class OnnxOps implements NetOps<String> {
    private static final int OPERATORS = 13;
    private static final int FORMAT = 7; // of the file, the one that came with that operator set
    private static final String BATCH = "n";

    private final Weights weights;
    private final GraphProto.Builder graph = GraphProto.newBuilder().setName("hand");
    private int nodes;

    private OnnxOps(Weights weights) {
        this.weights = weights;
    }

    /** The model file's content: input {@code picture}, outputs {@code classes, heat, aspect, side} (see {@link HandNet}). */
    static byte[] write(Weights weights) {
        OnnxOps ops = new OnnxOps(weights);
        ops.graph.addInput(value("picture", 3, HandNet.SIDE, HandNet.SIDE));
        HandNet.Heads<String> heads = HandNet.run(ops, "picture");
        ops.output("classes", heads.classes(), HandNet.CLASSES, HandNet.CLASS_SIDE, HandNet.CLASS_SIDE);
        ops.output("heat", heads.heat(), HandNet.KEY_POINTS, HandNet.HEAT_SIDE, HandNet.HEAT_SIDE);
        ops.output("aspect", heads.aspect(), 2);
        ops.output("side", heads.side(), 2);
        return ModelProto.newBuilder()
                .setIrVersion(FORMAT)
                .setProducerName("dorsum")
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPERATORS))
                .setGraph(ops.graph)
                .build()
                .toByteArray();
    }

    private void output(String name, String from, int... shape) {
        graph.addNode(NodeProto.newBuilder()
                .setOpType("Identity")
                .setName(name)
                .addInput(from)
                .addOutput(name));
        graph.addOutput(value(name, shape));
    }

    private static ValueInfoProto value(String name, int... shape) {
        TensorShapeProto.Builder dims = TensorShapeProto.newBuilder()
                .addDim(TensorShapeProto.Dimension.newBuilder().setDimParam(BATCH));
        for (int s : shape) {
            dims.addDim(TensorShapeProto.Dimension.newBuilder().setDimValue(s));
        }
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder()
                        .setTensorType(TypeProto.Tensor.newBuilder()
                                .setElemType(TensorProto.DataType.FLOAT.getNumber())
                                .setShape(dims)))
                .build();
    }

    private NodeProto.Builder node(String type, String... inputs) {
        return NodeProto.newBuilder()
                .setOpType(type)
                .setName(type + nodes)
                .addAllInput(List.of(inputs))
                .addOutput("v" + nodes++);
    }

    private String add(NodeProto.Builder node) {
        graph.addNode(node);
        return node.getOutput(0);
    }

    private String constant(String name, float[] values, long... shape) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (float v : values) {
            bytes.putFloat(v);
        }
        graph.addInitializer(TensorProto.newBuilder()
                .setName(name)
                .setDataType(TensorProto.DataType.FLOAT.getNumber())
                .addAllDims(boxed(shape))
                .setRawData(ByteString.copyFrom(bytes.array())));
        return name;
    }

    private static List<Long> boxed(long... values) {
        return IntStream.range(0, values.length).mapToObj(i -> values[i]).toList();
    }

    private static AttributeProto ints(String name, long... values) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.INTS)
                .addAllInts(boxed(values))
                .build();
    }

    private static AttributeProto text(String name, String value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.STRING)
                .setS(ByteString.copyFromUtf8(value))
                .build();
    }

    private static AttributeProto number(String name, long value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.INT)
                .setI(value)
                .build();
    }

    @Override
    public String normalisedConv(String name, String x, int in, int out, int kernel, int stride) {
        float[] w = weights.values(name + ".weight");
        float[] mean = weights.values(name + ".mean");
        float[] variance = weights.values(name + ".variance");
        float[] gain = weights.values(name + ".gain");
        float[] bias = weights.values(name + ".shift");
        int each = w.length / out;
        for (int o = 0; o < out; o++) {
            double factor = gain[o] / Math.sqrt(variance[o] + TorchOps.EPSILON);
            for (int k = 0; k < each; k++) {
                w[o * each + k] = (float) (w[o * each + k] * factor);
            }
            bias[o] = (float) (bias[o] - mean[o] * factor);
        }
        return convolution(name, x, w, bias, new long[] {out, in, kernel, kernel}, stride);
    }

    @Override
    public String conv(String name, String x, int in, int out, int kernel) {
        return convolution(
                name,
                x,
                weights.values(name + ".weight"),
                weights.values(name + ".bias"),
                new long[] {out, in, kernel, kernel},
                1);
    }

    private String convolution(String name, String x, float[] w, float[] bias, long[] shape, int stride) {
        long pad = shape[2] / 2;
        return add(node("Conv", x, constant(name + ".weight", w, shape), constant(name + ".bias", bias, shape[0]))
                .addAttribute(ints("kernel_shape", shape[2], shape[3]))
                .addAttribute(ints("strides", stride, stride))
                .addAttribute(ints("pads", pad, pad, pad, pad)));
    }

    @Override
    public String relu(String x) {
        return add(node("Relu", x));
    }

    @Override
    public String add(String a, String b) {
        return add(node("Add", a, b));
    }

    @Override
    public String doubled(String x) {
        String scales = "scales" + nodes;
        constant(scales, new float[] {1, 1, 2, 2}, 4);
        return add(node("Resize", x, "", scales)
                .addAttribute(text("mode", "nearest"))
                .addAttribute(text("coordinate_transformation_mode", "asymmetric"))
                .addAttribute(text("nearest_mode", "floor")));
    }

    @Override
    public String mean(String x) {
        return add(node("Flatten", add(node("GlobalAveragePool", x))).addAttribute(number("axis", 1)));
    }

    @Override
    public String dense(String name, String x, int in, int out) {
        return add(node(
                "Gemm",
                x,
                constant(name + ".weight", weights.values(name + ".weight"), in, out),
                constant(name + ".bias", weights.values(name + ".bias"), out)));
    }
}

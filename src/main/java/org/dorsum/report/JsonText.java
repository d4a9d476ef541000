package org.dorsum.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.dorsum.image.Point;
import org.dorsum.photo.Finding;

/** Trees to JSON text: keys in the order in which they were put, numbers with six significant digits, {@code \n} line ends. */
final class JsonText {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final ObjectWriter WRITER = JsonMapper.builder()
            .configure(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN, true)
            .build()
            .writer(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));

    private JsonText() {}

    static ObjectNode object() {
        return NODES.objectNode();
    }

    static ArrayNode array() {
        return NODES.arrayNode();
    }

    static ArrayNode numbers(double... values) {
        ArrayNode array = array();
        for (double v : values) {
            array.add(Numbers.decimal(v));
        }
        return array;
    }

    static ArrayNode strings(List<String> values) {
        ArrayNode array = array();
        values.forEach(array::add);
        return array;
    }

    /** Points as {@code [[x, y], …]}. */
    static ArrayNode points(List<Point> points) {
        ArrayNode array = array();
        points.forEach(p -> array.add(numbers(p.x(), p.y())));
        return array;
    }

    static ArrayNode findings(List<Finding> findings) {
        ArrayNode array = array();
        for (Finding f : findings) {
            array.add(object().put("code", f.code())
                    .put("severity", f.severity().label())
                    .put("message", f.message())
                    .put("advice", f.advice()));
        }
        return array;
    }

    /** The text of a document, ending with a line end. */
    static String of(ObjectNode document) {
        try {
            return WRITER.writeValueAsString(document) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of numbers and strings is always JSON", e);
        }
    }
}

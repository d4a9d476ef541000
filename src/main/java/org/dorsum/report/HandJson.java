package org.dorsum.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.dorsum.hand.Aspect;
import org.dorsum.hand.Hand;
import org.dorsum.hand.Landmark;
import org.dorsum.hand.Scale;
import org.dorsum.hand.Side;
import org.dorsum.hand.Zone;
import org.dorsum.image.Polygon;
import org.dorsum.photo.Finding;

/**
 * {@code hand.json}: where the hand is in a photo. Positions are in pixels of the upright photo; keys are promised to
 * scripts. Where no hand was found, aspect and side are unclear, the confidence is 0 and the scale's source {@code none}.
 */
public final class HandJson {
    private HandJson() {}

    /**
     * The document of one photo.
     *
     * @param file how the user named the photo
     * @param width columns of the upright photo
     * @param height rows of the upright photo
     * @param findings about the photo and the hand
     */
    public static String of(String file, int width, int height, Optional<Hand> hand, List<Finding> findings) {
        ObjectNode document =
                JsonText.object().put("file", file).put("width", width).put("height", height);
        document.setAll(hand(hand));
        document.set("findings", JsonText.findings(findings));
        return JsonText.of(document);
    }

    /** Aspect, side, confidence, landmarks, scale and zones. */
    static ObjectNode hand(Optional<Hand> hand) {
        ObjectNode node = JsonText.object()
                .put("aspect", hand.map(Hand::aspect).orElse(Aspect.UNCLEAR).label())
                .put("side", hand.map(Hand::side).orElse(Side.UNCLEAR).label())
                .put("confidence", Numbers.decimal(hand.map(Hand::confidence).orElse(0.0)));
        ArrayNode landmarks = node.putArray("landmarks");
        for (Landmark l : hand.map(Hand::landmarks).orElse(List.of())) {
            landmarks.add(JsonText.numbers(l.position().x(), l.position().y(), l.confidence()));
        }
        node.set("scale", scale(hand.map(Hand::scale)));
        ObjectNode zones = node.putObject("zones");
        for (Zone zone : Zone.values()) {
            Optional<Polygon> outline = hand.map(h -> h.zones().get(zone));
            outline.ifPresent(o -> zones.set(zone.label(), JsonText.points(o.corners())));
        }
        return node;
    }

    private static ObjectNode scale(Optional<Scale> scale) {
        ObjectNode node = JsonText.object();
        scale.ifPresentOrElse(
                s -> node.put("pixelsPerMm", Numbers.decimal(s.pixelsPerMm()))
                        .put("source", s.source().label())
                        .put("standardError", Numbers.decimal(s.standardError())),
                () -> node.putNull("pixelsPerMm").put("source", "none").putNull("standardError"));
        return node;
    }
}

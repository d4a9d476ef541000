package org.dorsum.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.xml.parsers.DocumentBuilderFactory;
import org.dorsum.compare.Repeatability;
import org.dorsum.compare.RepeatabilityStudy;
import org.dorsum.compare.RepeatabilityStudy.Reshot;
import org.dorsum.measure.Metric;
import org.junit.jupiter.api.Test;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class ChartsTest {
    private static RepeatabilityStudy.Row row(int hands) {
        Random random = new Random(4);
        List<Reshot> photos = new ArrayList<>();
        for (int hand = 0; hand < hands; hand++) {
            double level = 1 + hand / 10.0;
            for (int photo = 0; photo < 2; photo++) {
                double value = level * (1 + 0.06 * random.nextGaussian());
                photos.add(new Reshot("s" + hand, "", "", Map.of(Metric.ROUGHNESS_INDEX, value)));
            }
        }
        return RepeatabilityStudy.of(new Repeatability.Source("a", "", "", "", 0, 0, "", ""), photos).rows().stream()
                .filter(r -> r.metric() == Metric.ROUGHNESS_INDEX)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyHandIsADotAndThreeLinesHaveBands() {
        String few = BlandAltmanChart.svg(row(12), "clinic").orElseThrow();
        String more = BlandAltmanChart.svg(row(15), "clinic").orElseThrow();
        assertThat(few)
                .startsWith("<?xml")
                .contains("rgb(0,114,178)", "rgb(213,94,0)")
                .doesNotContain("NaN");
        // what is drawn once for every dot: three more hands, three more ellipses
        assertThat(count(more, "<ellipse") + count(more, "<circle"))
                .isEqualTo(count(few, "<ellipse") + count(few, "<circle") + 3);
    }

    @Test
    void theSameStudyIsTheSamePicture() {
        assertThat(BlandAltmanChart.svg(row(12), "clinic")).isEqualTo(BlandAltmanChart.svg(row(12), "clinic"));
    }

    @Test
    void twoHandsHaveNoLimits() {
        assertThat(BlandAltmanChart.svg(row(2), "clinic")).isEmpty();
    }

    private static int count(String text, String what) {
        return text.split(what, -1).length - 1;
    }

    /** What reads SVG as XML draws elements of SVG's namespace alone. */
    @Test
    void everyElementIsOfSvg() throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        String svg = BlandAltmanChart.svg(row(12), "clinic").orElseThrow();
        NodeList all = factory.newDocumentBuilder()
                .parse(new InputSource(new StringReader(svg)))
                .getElementsByTagName("*");
        assertThat(all.getLength()).isGreaterThan(20);
        for (int i = 0; i < all.getLength(); i++) {
            assertThat(all.item(i).getNamespaceURI()).isEqualTo("http://www.w3.org/2000/svg");
        }
    }
}

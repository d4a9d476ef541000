package org.dorsum.clinic.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dorsum.clinic.clients.Visit;
import org.dorsum.clinic.people.Person;
import org.dorsum.clinic.people.Refused;
import org.dorsum.clinic.photos.StoredPhoto;
import org.dorsum.clinic.work.Work;
import org.dorsum.hand.HandCorrection;
import org.dorsum.hand.Zone;
import org.dorsum.image.Point;
import org.dorsum.image.Polygon;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One photo: overlays, values, spots, and correcting where the hand is. */
@Controller
class SeeingPages {
    private static final int MOST_CORNERS = 400;
    private static final double SMALLEST_SHARE = 0.005; // of the photo: less is a slip of the hand

    private final Access access;
    private final Work work;

    SeeingPages(Access access, Work work) {
        this.access = access;
        this.work = work;
    }

    @GetMapping("/photos/{photo}")
    String show(@AuthenticationPrincipal Person me, @PathVariable String photo, Model model) {
        StoredPhoto one = access.photo(me, photo);
        Visit visit = access.visit(me, one.visitId());
        Optional<JsonNode> result = work.result(one.id()).map(ResultView::read);
        model.addAttribute("photo", one);
        model.addAttribute("visit", visit);
        model.addAttribute("client", access.clientOf(visit));
        model.addAttribute("shot", new Album.Shot(one, work.photo(one.id())));
        model.addAttribute("corrected", work.correction(one.id()).isPresent());
        model.addAttribute("values", result.map(ResultView::values).orElse(List.of()));
        model.addAttribute("spots", result.map(ResultView::spots).orElse(List.of()));
        model.addAttribute("marks", result.map(MarksSvg::of).orElse(""));
        return "photo";
    }

    /** Where the hand or a zone really is: corners as {@code x,y x,y …} in pixels of the upright photo. */
    @PostMapping("/photos/{photo}/correction")
    String correct(
            @AuthenticationPrincipal Person me,
            @PathVariable String photo,
            @RequestParam String what,
            @RequestParam String corners)
            throws Refused {
        StoredPhoto one = access.photo(me, photo);
        Polygon outline = polygon(corners, one.width(), one.height());
        HandCorrection correction = what.equals("hand")
                ? new HandCorrection(Optional.of(outline), Map.of())
                : new HandCorrection(Optional.empty(), Map.of(Zone.DORSUM, outline));
        work.correct(one.id(), correction, me.id());
        return "redirect:/photos/" + one.id();
    }

    @PostMapping("/photos/{photo}/correction/remove")
    String uncorrect(@AuthenticationPrincipal Person me, @PathVariable String photo) {
        StoredPhoto one = access.photo(me, photo);
        work.uncorrect(one.id(), me.id());
        return "redirect:/photos/" + one.id();
    }

    static Polygon polygon(String corners, int width, int height) throws Refused {
        List<Point> points = new ArrayList<>();
        try {
            for (String corner : corners.strip().split("\\s+", -1)) {
                String[] xy = corner.split(",", 2);
                double x = Double.parseDouble(xy[0]);
                double y = Double.parseDouble(xy[1]);
                if (!(x >= 0 && x <= width && y >= 0 && y <= height)) {
                    throw new Refused("correction.outside");
                }
                points.add(new Point(x, y));
            }
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw new Refused("correction.corners");
        }
        if (points.size() < 3 || points.size() > MOST_CORNERS) {
            throw new Refused("correction.corners");
        }
        Polygon outline = new Polygon(points);
        if (!(outline.area() >= SMALLEST_SHARE * width * height)) {
            throw new Refused("correction.small");
        }
        return outline;
    }
}

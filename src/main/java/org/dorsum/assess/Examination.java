package org.dorsum.assess;

import java.util.Optional;
import org.dorsum.photo.Photo;
import org.dorsum.skin.Skin;

/**
 * An assessment with the pixels it was made from: for drawing and for comparing. Large; keep it only as long as needed.
 *
 * @param skin the hand laid out flat; absent for a rejected photo
 */
public record Examination(Photo photo, Optional<Skin> skin, Assessment assessment) {}

package org.dorsum.compare;

import org.dorsum.image.Affine;

/**
 * How the later photo was laid onto the earlier one.
 *
 * @param beforeToAfter pixels of the upright earlier photo to pixels of the upright later one, showing the same skin
 * @param overlapPercent share of the first photo's usable dorsum that every photo of both sessions shows well, 0 … 100
 * @param residualMm median over squares that the fit did not use of what is left of their shift, millimetres
 * @param affineResidualMm the same with turn, scale and shift alone
 * @param sharedRelief correlation, 0 … 1, of the skin's relief of 1 mm in the photos before and after, pixel by pixel: what re-photographing
 *     leaves of it, and with that how small a change can be seen (rendered hands in one room 0.8, freehand photos 0.1 to 0.6); 0 where no
 *     relief was measured
 */
public record Registration(
        Affine beforeToAfter, double overlapPercent, double residualMm, double affineResidualMm, double sharedRelief) {}

package org.dorsum.compare;

import org.dorsum.image.Affine;

/**
 * How the later photo was laid onto the earlier one.
 *
 * @param beforeToAfter pixels of the upright earlier photo to pixels of the upright later one, showing the same skin
 * @param overlapPercent share of the first photo's usable dorsum that every photo of both sessions shows well, 0 … 100
 * @param residualMm median over squares that the fit did not use of what is left of their shift, millimetres
 * @param affineResidualMm the same with turn, scale and shift alone
 */
public record Registration(Affine beforeToAfter, double overlapPercent, double residualMm, double affineResidualMm) {}

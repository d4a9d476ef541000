package org.dorsum.measure;

import org.dorsum.hand.Zone;

/** One metric in one zone. */
public record Measurement(Zone zone, Metric metric, Outcome outcome) {}

package org.dorsum.report;

/**
 * A picture on a page.
 *
 * @param uri the picture itself, as a data URI
 * @param marks what was found, as an SVG layer
 * @param label a few words in its corner
 * @param description for those who do not see it
 */
record Picture(String uri, String marks, String label, String description) {}

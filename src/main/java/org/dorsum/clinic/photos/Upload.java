package org.dorsum.clinic.photos;

/**
 * Whose photo comes in, and who brings it.
 *
 * @param visitId at which it was taken
 * @param actor id of the user
 */
public record Upload(String visitId, HandSide hand, String actor) {}

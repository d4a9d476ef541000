package org.dorsum.clinic.work;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A photo of a course.
 *
 * @param date of the visit
 * @param treated date of the last treatment before the photo, if there was one
 */
public record CoursePhoto(String photoId, LocalDate date, Optional<LocalDate> treated) {}

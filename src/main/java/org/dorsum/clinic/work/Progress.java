package org.dorsum.clinic.work;

import java.util.Optional;

/**
 * How far a job has come.
 *
 * @param ahead how many others are to be done before it; 0 unless it is queued
 * @param problem what went wrong, one line for people, if it failed
 */
public record Progress(Stage stage, int ahead, Optional<String> problem) {}

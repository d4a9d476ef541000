package org.dorsum.clinic.web;

import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A file to be kept, which no browser shows in a page of ours. */
final class Download {
    private Download() {}

    /** The answer that carries it. */
    static ResponseEntity<byte[]> of(byte[] bytes, MediaType type, String name) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name.replaceAll("[^A-Za-z0-9._-]", "-"))
                                .build()
                                .toString())
                .body(bytes);
    }

    /** The same for a text. */
    static ResponseEntity<byte[]> of(String text, MediaType type, String name) {
        return of(text.getBytes(StandardCharsets.UTF_8), type, name);
    }
}

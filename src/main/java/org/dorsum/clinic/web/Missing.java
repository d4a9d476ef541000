package org.dorsum.clinic.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is no such thing, or not for the one who asks. */
@ResponseStatus(HttpStatus.NOT_FOUND)
final class Missing extends RuntimeException {
    private static final long serialVersionUID = 1;

    Missing() {
        super("missing", null, false, false);
    }
}

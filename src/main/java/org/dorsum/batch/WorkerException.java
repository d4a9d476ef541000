package org.dorsum.batch;

import java.io.IOException;

/** No process that measures can be had; the message is one sentence for people. */
public final class WorkerException extends IOException {
    private static final long serialVersionUID = 1L;

    WorkerException(String message) {
        super(message);
    }
}

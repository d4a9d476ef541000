package org.dorsum.batch;

import java.io.IOException;
import java.util.Optional;
import org.dorsum.assess.Assessment;
import org.dorsum.report.PhotoResult;
import org.dorsum.report.PhotoResult.Outcome.Failed;

/** Turns one item of a batch into its row: kept from an earlier run if it still holds, else measured. */
final class PhotoWork {
    private final Assessment.Method method;
    private final EarlierRows earlier;
    private final Measuring measuring;

    PhotoWork(Assessment.Method method, EarlierRows earlier, Measuring measuring) {
        this.method = method;
        this.earlier = earlier;
        this.measuring = measuring;
    }

    Row row(PhotoList.Item item) throws IOException {
        if (item.problem().isPresent()) {
            return Row.of(new PhotoResult(
                    item.file(),
                    item.labels(),
                    method,
                    new Failed(item.problem().get(), Optional.empty())));
        }
        Optional<EarlierRows.Kept> kept = earlier.of(item);
        if (kept.isPresent()
                && PhotoMeasurer.sha256(item.path())
                        .equals(Optional.of(kept.get().cell("photo_sha256")))) {
            return Row.of(kept.get());
        }
        return measuring.row(item);
    }
}

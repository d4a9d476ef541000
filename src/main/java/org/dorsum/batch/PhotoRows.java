package org.dorsum.batch;

import java.util.Optional;
import org.dorsum.assess.Assessor;
import org.dorsum.photo.PhotoReader;
import org.dorsum.report.PhotoResult;
import org.dorsum.report.PhotoResult.Labels;
import org.dorsum.report.PhotoResult.Outcome.Failed;

/**
 * Photos whose files are in memory become the lines that {@link Batch} writes for them, to the last byte, wherever they are
 * measured. A photo's failure, of whatever kind, is its line. Safe for use by many threads; each measures one photo.
 */
public final class PhotoRows {
    private final Assessor assessor;
    private final PhotoMeasurer measurer;

    private PhotoRows(Assessor assessor, PhotoMeasurer measurer) {
        this.assessor = assessor;
        this.measurer = measurer;
    }

    /** Lines of what {@code assessor} says. */
    public static PhotoRows with(PhotoReader reader, Assessor assessor) {
        return new PhotoRows(assessor, new PhotoMeasurer(reader, assessor));
    }

    /**
     * What the tables say of one photo.
     *
     * @param status {@code measured}, {@code rejected} or {@code failed}
     * @param metrics its line of {@code metrics.csv}, with the line's end
     * @param zones its lines of {@code zones.csv}, each with its end; empty for a photo without numbers
     */
    public record Lines(String status, String metrics, String zones) {
        static Lines of(Row row) {
            return new Lines(row.status(), row.metricsLine(), row.zoneLines());
        }
    }

    /** The lines of a photo that the tables name {@code file}. */
    public Lines measured(String file, Labels labels, byte[] photo) {
        return Lines.of(measurer.row(file, labels, photo));
    }

    /** The lines of a photo of which there are no bytes; {@code reason} is a sentence for people. */
    public Lines failed(String file, Labels labels, String reason) {
        return Lines.of(Row.of(new PhotoResult(file, labels, assessor.method(), new Failed(reason, Optional.empty()))));
    }
}

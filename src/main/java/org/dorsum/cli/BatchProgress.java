package org.dorsum.cli;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Optional;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.dorsum.batch.BatchListener;

/** A bar with rate and time left on standard error if somebody watches; problems as lines in any case. */
final class BatchProgress implements BatchListener, AutoCloseable {
    private final boolean watched;
    private final CommonOptions common;
    private final Failures failures = new Failures();
    private Optional<ProgressBar> bar = Optional.empty();
    private int written;

    private BatchProgress(boolean watched, CommonOptions common) {
        this.watched = watched;
        this.common = common;
    }

    static BatchProgress of(boolean watched, CommonOptions common) {
        return new BatchProgress(watched, common);
    }

    @Override
    public void dropped(int rows) {
        common.problem(rows + (rows == 1 ? " row" : " rows") + " of photos that are no longer listed dropped");
    }

    @Override
    public void started(int photos) {
        if (watched) {
            bar = Optional.of(new ProgressBarBuilder()
                    .setTaskName("Measuring")
                    .setInitialMax(photos)
                    .setUnit(" photos", 1)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(500)
                    .showSpeed(new DecimalFormat("0.0", DecimalFormatSymbols.getInstance(Locale.ROOT)))
                    .setConsumer(new ConsoleProgressBarConsumer(System.err))
                    .build());
        }
    }

    @Override
    public void written(String file, String status, String reason) {
        written++;
        if (!status.equals("measured")) {
            failures.add(file, status, reason);
            if (watched) {
                common.clearLine();
            }
            common.problem(Errors.oneLine(file + ": " + status + ": " + reason));
        }
        bar.ifPresent(b -> {
            b.step();
            if (failures.count() > 0) {
                b.setExtraMessage(" " + failures.count() + " without numbers");
            }
        });
    }

    /** Takes the bar away and says what had no numbers, by reason. */
    void summarise() {
        close();
        failures.lines(written).forEach(common::note);
    }

    @Override
    public void close() {
        bar.ifPresent(ProgressBar::close);
        bar = Optional.empty();
    }
}

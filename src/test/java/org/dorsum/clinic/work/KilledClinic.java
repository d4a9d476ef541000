package org.dorsum.clinic.work;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dorsum.clinic.data.ClinicDatabase;
import org.dorsum.clinic.photos.StoredPhoto;
import org.dorsum.clinic.support.ClinicParts;
import org.dorsum.clinic.vault.VaultKey;
import org.dorsum.image.Codec;
import org.dorsum.support.EllipseHandFinder;
import org.dorsum.support.Pictures;

/**
 * A process that takes in photos and measures them until it is killed: tells on standard output which photos it has acknowledged. Without
 * a first seed it takes in nothing, waits until everything is measured, and says so.
 */
public final class KilledClinic {
    private static final int CLIENTS = 3;

    private KilledClinic() {}

    /** Database address or {@code sqlite}, data folder, key file, visit; first seed. */
    public static void main(String[] arguments) throws Exception {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        Path data = Path.of(arguments[1]);
        ClinicDatabase database = arguments[0].equals("sqlite")
                ? ClinicDatabase.sqlite(data.resolve("clinic.db"))
                : ClinicDatabase.postgresql(arguments[0], java.util.Optional.empty(), java.util.Optional.empty());
        ClinicParts clinic =
                new ClinicParts(database, data, VaultKey.inFile(Path.of(arguments[2])), new EllipseHandFinder());
        out.println("READY");
        if (arguments.length < 5) {
            clinic.finish();
            clinic.close();
            out.println("IDLE");
            return;
        }
        long first = Long.parseLong(arguments[4]);
        List<Thread> clients = new ArrayList<>();
        for (int k = 0; k < CLIENTS; k++) {
            long from = first + k;
            clients.add(new Thread(() -> upload(clinic, arguments[3], from, out)));
        }
        clients.forEach(Thread::start);
        for (Thread client : clients) {
            client.join();
        }
    }

    private static void upload(ClinicParts clinic, String visit, long from, PrintStream out) {
        try {
            for (long seed = from; ; seed += CLIENTS) {
                StoredPhoto photo = clinic.receive(visit, file(seed));
                out.println("KEPT " + photo.id() + " " + seed);
                while (clinic.work.open() > 12) { // uploads and analyses side by side
                    Thread.sleep(20);
                }
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** The photo of that number. */
    static byte[] file(long seed) {
        return Codec.jpeg(Pictures.skin(seed), 80);
    }
}

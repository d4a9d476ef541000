package org.dorsum.batch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dorsum.image.Codec;
import org.dorsum.support.Pictures;

/** Files that look like photos by their names and are none. */
final class BrokenFiles {
    private BrokenFiles() {}

    /** Twenty files in {@code folder}, in ten ways of being broken, made of a good JPEG file. */
    static List<Path> twenty(Path folder, byte[] jpeg) throws IOException {
        byte[] png = Codec.png(Pictures.black());
        List<byte[]> contents = new ArrayList<>();
        contents.add(new byte[0]);
        contents.add("this is a text".getBytes(StandardCharsets.UTF_8));
        contents.add("<html><body>404</body></html>".getBytes(StandardCharsets.UTF_8));
        contents.add(new byte[4096]);
        contents.add(Arrays.copyOf(jpeg, 2));
        contents.add(Arrays.copyOf(jpeg, 20));
        contents.add(Arrays.copyOf(jpeg, 300));
        contents.add(Arrays.copyOf(jpeg, jpeg.length / 2));
        contents.add(Arrays.copyOf(jpeg, jpeg.length - 400));
        contents.add(Arrays.copyOf(png, 20));
        contents.add(Arrays.copyOf(png, 60));
        contents.add(withSize(png, 0x7fffffff));
        contents.add(withSize(png, 0));
        contents.add("....ftypheic....".getBytes(StandardCharsets.US_ASCII));
        contents.add("....ftypavif....".getBytes(StandardCharsets.US_ASCII));
        contents.add("....ftypisom....".getBytes(StandardCharsets.US_ASCII));
        contents.add("RIFF....WEBPVP8 ".getBytes(StandardCharsets.US_ASCII));
        contents.add("BM..............".getBytes(StandardCharsets.US_ASCII));
        contents.add("II*\0........".getBytes(StandardCharsets.US_ASCII));
        contents.add("GIF89a..........".getBytes(StandardCharsets.US_ASCII));
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < contents.size(); i++) {
            files.add(Files.write(folder.resolve("broken" + i + ".jpg"), contents.get(i)));
        }
        return files;
    }

    /** The PNG file with another width in its header: bytes 16 to 19. */
    private static byte[] withSize(byte[] png, int width) {
        byte[] changed = png.clone();
        for (int i = 0; i < 4; i++) {
            changed[16 + i] = (byte) (width >>> (24 - 8 * i));
        }
        return changed;
    }
}

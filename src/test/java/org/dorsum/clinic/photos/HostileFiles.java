package org.dorsum.clinic.photos;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.dorsum.image.Codec;
import org.dorsum.image.RgbImage;
import org.dorsum.image.TestFiles;
import org.dorsum.support.Pictures;

/** More than two hundred files that someone with bad intentions, or a broken phone, might upload; the same at every run. */
final class HostileFiles {
    /** What no browser must ever get from us, whatever came in. */
    static final String SCRIPT = "<script>alert('chestnut')</script>";

    private static final String SVG =
            "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\">" + SCRIPT + "</svg>";
    private static final RgbImage PICTURE = Pictures.skin(7);
    private static final byte[] JPEG = Codec.jpeg(PICTURE, 90);
    private static final byte[] PNG = Codec.png(PICTURE);

    private final Map<String, Supplier<byte[]>> files = new LinkedHashMap<>();

    private HostileFiles() {}

    /** Name to content; large ones are made when they are asked for. */
    static Map<String, Supplier<byte[]>> all() {
        HostileFiles made = new HostileFiles();
        made.cutShort();
        made.changedBits();
        made.bombs();
        made.polyglots();
        made.drawings();
        made.otherThings();
        return made.files;
    }

    /** A file that nobody can object to. */
    static byte[] good() {
        return JPEG.clone();
    }

    private void add(String name, byte[] content) {
        files.put(name, () -> content);
    }

    private static Map<String, byte[]> wellFormed() {
        Map<String, byte[]> good = new LinkedHashMap<>();
        good.put("jpeg", JPEG);
        good.put("progressive jpeg", TestFiles.progressiveJpeg(PICTURE));
        good.put("png", PNG);
        good.put("tiff", TestFiles.tiff(PICTURE));
        good.put("webp", TestFiles.lossyWebp(PICTURE));
        good.put("bmp", TestFiles.bmp(PICTURE));
        return good;
    }

    private void cutShort() {
        wellFormed().forEach((name, file) -> {
            for (double share : new double[] {0.0005, 0.01, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99, 0.9999}) {
                add(name + " cut to " + share, Arrays.copyOf(file, (int) Math.max(3, share * file.length)));
            }
        });
    }

    private void changedBits() {
        Random random = new Random(11);
        wellFormed().forEach((name, file) -> {
            for (int k = 0; k < 12; k++) {
                byte[] changed = file.clone();
                int reach = k < 6 ? Math.min(200, file.length) : file.length; // half of them in the header
                for (int i = 0; i < 1 + 3 * k; i++) {
                    changed[random.nextInt(reach)] ^= (byte) (1 << random.nextInt(8));
                }
                add(name + " with changed bits " + k, changed);
            }
        });
    }

    private void bombs() {
        for (int[] size : new int[][] {
            {50_000, 50_000},
            {0x7fffffff, 0x7fffffff},
            {0x7fffffff, 1},
            {1, 0x7fffffff},
            {65_536, 65_536},
            {9_000, 9_000},
            {0, 0}
        }) {
            add("png of " + size[0] + " x " + size[1], png(size[0], size[1], 1, new byte[100]));
        }
        for (int[] size : new int[][] {{65_535, 65_535}, {65_535, 1}, {0, 65_535}, {20_000, 20_000}}) {
            add("jpeg of " + size[0] + " x " + size[1], jpegOf(size[0], size[1]));
        }
        add("webp of 16384 x 16384", webpOf(16_384, 16_384));
        add("webp of 16777216 x 16777216", webpOf(1 << 24, 1 << 24));
        add("bmp of 60000 x 60000", bmpOf(60_000, 60_000));
        add("bmp of negative size", bmpOf(-5, -60_000));
        add("tiff of 100000 x 100000", tiffOf(100_000));
        files.put(
                "png of 63 megapixels in a few kilobytes",
                () -> png(9_000, 7_000, 1, new byte[7_000 * (1 + 9_000 / 8)]));
        files.put("png that unpacks to more than its size", () -> png(100, 100, 8, new byte[200_000_000]));
        files.put(
                "png with a profile that unpacks to 200 MB",
                () -> withChunk(
                        PNG,
                        "iCCP",
                        join("p\0\0".getBytes(StandardCharsets.ISO_8859_1), deflate(new byte[200_000_000]))));
        files.put(
                "png with a text that unpacks to 200 MB",
                () -> withChunk(
                        PNG,
                        "zTXt",
                        join("t\0\0".getBytes(StandardCharsets.ISO_8859_1), deflate(new byte[200_000_000]))));
        add("tiff whose directory points to itself", tiffLoop());
        add("jpeg with 5000 empty segments", manySegments());
    }

    private void polyglots() {
        byte[] script = SCRIPT.getBytes(StandardCharsets.UTF_8);
        byte[] zip = join("PK\u0003\u0004".getBytes(StandardCharsets.ISO_8859_1), script);
        for (Map.Entry<String, byte[]> good : wellFormed().entrySet()) {
            add(good.getKey() + " and a page behind it", join(good.getValue(), script));
            add(good.getKey() + " and an archive behind it", join(good.getValue(), zip));
            add(good.getKey() + " behind a page", join(script, good.getValue()));
        }
        add("jpeg with a script as comment", withSegment(JPEG, 0xfe, script));
        add(
                "jpeg with a script as xmp",
                withSegment(
                        JPEG, 0xe1, join("http://ns.adobe.com/xap/1.0/\0".getBytes(StandardCharsets.UTF_8), script)));
        add(
                "jpeg with a script as exif",
                withSegment(JPEG, 0xe1, join("Exif\0\0".getBytes(StandardCharsets.UTF_8), script)));
        add(
                "jpeg with a script as profile",
                withSegment(JPEG, 0xe2, join("ICC_PROFILE\0\1\1".getBytes(StandardCharsets.UTF_8), script)));
        add("jpeg with a second jpeg behind it", join(JPEG, JPEG));
        add("jpeg with php behind it", join(JPEG, "<?php system($_GET['c']); ?>".getBytes(StandardCharsets.UTF_8)));
        add("png with a script as text", withChunk(PNG, "tEXt", join("a\0".getBytes(StandardCharsets.UTF_8), script)));
        add("png with an unknown chunk", withChunk(PNG, "scRp", script));
        add("gif that is a script", "GIF89a/*\0*/=1;alert(1);//".getBytes(StandardCharsets.UTF_8));
        add("pdf with a jpeg in it", join("%PDF-1.7\n".getBytes(StandardCharsets.UTF_8), JPEG));
        add("bmp that is a script", "BM/*\0\0\0\0*/=1;alert(1);//".getBytes(StandardCharsets.UTF_8));
    }

    private void drawings() {
        add("svg", text(SVG, StandardCharsets.UTF_8));
        add("svg in utf-16", text(SVG, StandardCharsets.UTF_16));
        add("svg with a mark of its order", text("\ufeff" + SVG, StandardCharsets.UTF_8));
        add("svg behind blanks", text(" ".repeat(4000) + SVG, StandardCharsets.UTF_8));
        add("svg as xml", text("<?xml version=\"1.0\"?>" + SVG, StandardCharsets.UTF_8));
        add(
                "svg that reads a file",
                text(
                        "<?xml version=\"1.0\"?><!DOCTYPE svg [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><svg>&x;</svg>",
                        StandardCharsets.UTF_8));
        add(
                "svg of a billion laughs",
                text(
                        "<!DOCTYPE l [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]><svg>&b;</svg>",
                        StandardCharsets.UTF_8));
        add("svg packed", gzip(text(SVG, StandardCharsets.UTF_8)));
        add(
                "svg that draws a jpeg",
                text("<svg><image href=\"data:image/jpeg;base64,AA\"/></svg>", StandardCharsets.UTF_8));
    }

    private void otherThings() {
        List<String> heads = List.of(
                "GIF87a",
                "%!PS-Adobe",
                "8BPS",
                "\0\0\0\fjP  \r\n",
                "\u00ff\n",
                "\0\0\0\fJXL ",
                "II+\0",
                "MZ\u0090\0",
                "\u007fELF",
                "\0\0\0\u0018ftypheic",
                "\0\0\0\u0018ftypavif",
                "\0\0\0\u0018ftypmp42",
                "\0\0\0\u0018ftypcrx ",
                "PK\u0003\u0004",
                "Rar!\u001a\u0007",
                "7z\u00bc\u00af'\u001c",
                "\u001f\u008b\b",
                "SQLite format 3\0",
                "OggS",
                "ID3",
                "RIFF\0\0\0\0WAVE",
                "RIFF\0\0\0\0WEBP",
                "<!DOCTYPE html>",
                "<html>",
                "<?php",
                "#!/bin/sh\nrm -rf /",
                "{\"a\":1}",
                "../../../../etc/passwd",
                "..\\..\\windows\\win.ini",
                "file:///etc/passwd",
                "http://127.0.0.1/",
                "%00",
                "\u0000",
                "id:\nurl(https://x/y.jpg)",
                "push graphic-context\nimage over 0,0 0,0 'https://127.0.0.1/x'",
                "viewbox 0 0 1 1");
        Random random = new Random(5);
        for (String head : heads) {
            byte[] rest = new byte[400];
            random.nextBytes(rest);
            byte[] bytes = head.getBytes(StandardCharsets.ISO_8859_1);
            boolean readable = head.chars().allMatch(c -> c >= ' ' && c < 127);
            add("begins with " + head.replaceAll("[^A-Za-z0-9 ./:]", "?"), readable ? bytes : join(bytes, rest));
        }
        add("nothing", new byte[0]);
        add("zeros", new byte[100_000]);
        for (int k = 0; k < 8; k++) {
            byte[] noise = new byte[1 << (2 * k)];
            random.nextBytes(noise);
            add("noise of " + noise.length + " bytes", noise);
        }
        files.put("61 MB that begin like a jpeg", () -> Arrays.copyOf(JPEG, 61 << 20));
    }

    private static byte[] png(int width, int height, int depth, byte[] unpacked) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        out.writeBytes(chunk(
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put((byte) depth)
                        .put(new byte[4])
                        .array()));
        out.writeBytes(chunk("IDAT", deflate(unpacked)));
        out.writeBytes(chunk("IEND", new byte[0]));
        return out.toByteArray();
    }

    private static byte[] chunk(String type, byte[] content) {
        byte[] typed = join(type.getBytes(StandardCharsets.US_ASCII), content);
        CRC32 sum = new CRC32();
        sum.update(typed);
        return ByteBuffer.allocate(typed.length + 8)
                .putInt(content.length)
                .put(typed)
                .putInt((int) sum.getValue())
                .array();
    }

    private static byte[] withChunk(byte[] png, String type, byte[] content) {
        int at = 8 + 25; // behind signature and header
        return join(join(Arrays.copyOf(png, at), chunk(type, content)), Arrays.copyOfRange(png, at, png.length));
    }

    private static byte[] withSegment(byte[] jpeg, int marker, byte[] content) {
        byte[] segment = ByteBuffer.allocate(content.length + 4)
                .put((byte) 0xff)
                .put((byte) marker)
                .putShort((short) (content.length + 2))
                .put(content)
                .array();
        return join(join(Arrays.copyOf(jpeg, 2), segment), Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    private static byte[] manySegments() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(JPEG, 0, 2);
        for (int i = 0; i < 5000; i++) {
            out.writeBytes(new byte[] {(byte) 0xff, (byte) 0xef, 0, 2});
        }
        out.write(JPEG, 2, JPEG.length - 2);
        return out.toByteArray();
    }

    /** The good JPEG file with another size in its frame header. */
    private static byte[] jpegOf(int width, int height) {
        byte[] file = JPEG.clone();
        for (int i = 2; i < file.length - 9; i++) {
            if ((file[i] & 0xff) == 0xff && (file[i + 1] & 0xff) == 0xc0) {
                ByteBuffer.wrap(file).putShort(i + 5, (short) height).putShort(i + 7, (short) width);
                return file;
            }
        }
        throw new IllegalStateException("no frame header");
    }

    private static byte[] webpOf(int width, int height) {
        ByteBuffer file = ByteBuffer.allocate(30);
        file.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(Integer.reverseBytes(22));
        file.put("WEBPVP8X".getBytes(StandardCharsets.US_ASCII))
                .putInt(Integer.reverseBytes(10))
                .putInt(0);
        for (int side : new int[] {width - 1, height - 1}) {
            file.put((byte) side).put((byte) (side >> 8)).put((byte) (side >> 16));
        }
        return file.array();
    }

    private static byte[] bmpOf(int width, int height) {
        byte[] file = TestFiles.bmp(PICTURE);
        ByteBuffer.wrap(file).putInt(18, Integer.reverseBytes(width)).putInt(22, Integer.reverseBytes(height));
        return file;
    }

    /** Little-endian, one strip of nothing. */
    private static byte[] tiffOf(int side) {
        int[][] fields = {
            {256, side}, {257, side}, {258, 8}, {259, 1}, {262, 1}, {273, 8}, {277, 1}, {278, side}, {279, 1}
        };
        ByteBuffer file = ByteBuffer.allocate(8 + 2 + 12 * fields.length + 4).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        file.put("II*\0".getBytes(StandardCharsets.US_ASCII)).putInt(8).putShort((short) fields.length);
        for (int[] field : fields) {
            file.putShort((short) field[0]).putShort((short) 4).putInt(1).putInt(field[1]);
        }
        return file.array();
    }

    private static byte[] tiffLoop() {
        byte[] file = tiffOf(100);
        ByteBuffer.wrap(file).order(java.nio.ByteOrder.LITTLE_ENDIAN).putInt(file.length - 4, 8);
        return file;
    }

    private static byte[] deflate(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflating = new DeflaterOutputStream(out, new Deflater(Deflater.BEST_SPEED))) {
            deflating.write(bytes);
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream packing = new GZIPOutputStream(out)) {
            packing.write(bytes);
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }

    private static byte[] text(String text, Charset charset) {
        return text.getBytes(charset);
    }

    private static byte[] join(byte[] head, byte[] tail) {
        byte[] both = Arrays.copyOf(head, head.length + tail.length);
        System.arraycopy(tail, 0, both, head.length, tail.length);
        return both;
    }

    /** The names of all files: what a test runs through. */
    static List<String> names() {
        return new ArrayList<>(all().keySet());
    }
}

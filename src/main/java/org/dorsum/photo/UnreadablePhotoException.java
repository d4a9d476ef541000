package org.dorsum.photo;

/**
 * A file that cannot be used as a photo. The message is one line for people: the file's name, what is wrong, what to do.
 */
public final class UnreadablePhotoException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Why a file cannot be used as a photo: a stable code for scripts and what a person can do about it. */
    public enum Reason {
        /** Nothing is there under that name. */
        NO_SUCH_FILE("no-such-file", "check the name and the folder"),
        /** A folder, where a photo was asked for. */
        IS_A_FOLDER("is-a-folder", "name a photo, or measure the whole folder with the batch command"),
        /** A pipe, a socket or a device. */
        NOT_A_FILE("not-a-file", "name an ordinary file"),
        /** The system does not let us read it. */
        NOT_READABLE("not-readable", "check the file's permissions and that its disk is connected"),
        /** Zero bytes long. */
        EMPTY_FILE("empty-file", "copy it again from the camera or phone"),
        /** The end is missing. */
        TRUNCATED("truncated", "copy it again from the camera or phone"),
        /** Complete in length, but its content contradicts itself. */
        DAMAGED("damaged", "copy it again from the camera or phone"),
        /** Text, a sidecar file, zeros, anything without a picture. */
        NOT_AN_IMAGE("not-an-image", "name a photo: JPEG, PNG, TIFF, WebP or BMP"),
        /** HEIC or HEIF, the iPhone's own format. */
        HEIC(
                "heic",
                "export it as JPEG; to take JPEGs from now on, set the iPhone's Settings > Camera > Formats to Most"
                        + " Compatible"),
        /** AVIF. */
        AVIF("avif", "export it as JPEG or PNG"),
        /** What a camera's sensor saw, before any picture was made of it. */
        CAMERA_RAW("camera-raw", "develop it and export it as JPEG or 16-bit TIFF"),
        /** Moving pictures. */
        VIDEO("video", "take a still photo"),
        /** A moving WebP. */
        ANIMATED("animated", "save one frame of it as JPEG or PNG"),
        /** Colours for print. */
        CMYK("cmyk", "convert it to RGB (sRGB) and save it as JPEG, PNG or TIFF"),
        /** More pixels, bytes or memory than allowed. */
        TOO_LARGE("too-large", "make it smaller, or raise the limit"),
        /** A picture, but of a kind that is not read. */
        UNSUPPORTED_FORMAT("unsupported-format", "save it as JPEG, PNG or TIFF with 8 or 16 bits a sample");

        private final String code;
        private final String cure;

        Reason(String code, String cure) {
            this.code = code;
            this.cure = cure;
        }

        /** The name in tables: lower-case words joined by hyphens; never changes. */
        public String code() {
            return code;
        }

        /** What to do, one clause. */
        public String cure() {
            return cure;
        }
    }

    private final Reason reason;
    private final String explanation;

    UnreadablePhotoException(String name, Refusal refusal) {
        super(oneLine(name) + ": " + explanation(refusal), refusal.getCause());
        reason = refusal.reason();
        explanation = explanation(refusal);
    }

    private static String explanation(Refusal refusal) {
        return oneLine(refusal.what()) + "; " + refusal.reason().cure();
    }

    /** Why, as a stable code. */
    public Reason reason() {
        return reason;
    }

    /** The message without the file's name: what is wrong and what to do. */
    public String explanation() {
        return explanation;
    }

    /** File names may hold line breaks; messages must not. */
    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}

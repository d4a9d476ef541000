package org.dorsum.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dorsum.batch.PhotoList.Item;
import org.dorsum.photo.NaturalOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhotoListTest {
    @TempDir
    Path folder;

    private Path file(String name, String content) throws IOException {
        Path path = folder.resolve(name);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, content, StandardCharsets.UTF_8);
    }

    private static List<String> files(PhotoList list) {
        return list.items().stream().map(Item::file).toList();
    }

    @Test
    void aFolderGivesItsPhotosInNaturalOrder() throws IOException {
        for (String name : List.of(
                "hand10.jpg",
                "hand2.JPG",
                "b/1.heic",
                "b.png",
                "b/c/2.webp",
                "notes.txt",
                ".hidden.jpg",
                ".trash/x.jpg",
                "a.tiff",
                "metrics.csv")) {
            file(name, "");
        }
        assertThat(files(PhotoList.below(folder)))
                .containsExactly("a.tiff", "b/1.heic", "b/c/2.webp", "b.png", "hand2.JPG", "hand10.jpg");
    }

    @Test
    void namesAreOrderedAsPeopleDo() {
        List<String> ordered =
                List.of("1", "02", "2", "2a", "10", "a/b", "a1", "a2b", "a10", "a99999999999999999999", "b");
        assertThat(Stream.of("b", "a10", "10", "a99999999999999999999", "2a", "a2b", "a/b", "2", "02", "a1", "1")
                        .sorted(new NaturalOrder())
                        .toList())
                .isEqualTo(ordered);
    }

    @Test
    void aMissingFolderIsTheWholeBatchsProblem() {
        assertThatThrownBy(() -> PhotoList.below(folder.resolve("none"))).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void aManifestNamesPhotosWithTheirLabels() throws IOException, ManifestException {
        Path manifest = file(
                "list.csv",
                "\ufeffSession,file,hand,subject,note\r\n1,\"x, y.jpg\",Left,P 7,ok\r\n,sub/z.jpg,,,\r\n\r\n2,none.jpg\r\n");
        List<Item> items = PhotoList.listedIn(manifest).items();
        assertThat(items).extracting(Item::file).containsExactly("x, y.jpg", "sub/z.jpg", "none.jpg");
        assertThat(items.get(0).labels().subject()).contains("P 7");
        assertThat(items.get(0).labels().hand()).contains("left");
        assertThat(items.get(1).labels().subject()).isEmpty();
        assertThat(items.get(1).path()).isEqualTo(folder.resolve("sub/z.jpg"));
        assertThat(items.get(2).labels().session()).isEqualTo(Optional.of("2"));
    }

    @Test
    void aTableInMemoryIsReadLikeItsFile() throws IOException, ManifestException {
        String table = "file,subject\nsub/a.jpg,anna\nb.jpg,\nsub/../b.jpg,\n";
        List<Item> fromFile = PhotoList.listedIn(file("list.csv", table)).items();
        List<Item> inMemory = PhotoList.listedIn("hdfs:/x/list.csv", table.getBytes(StandardCharsets.UTF_8))
                .items();
        assertThat(inMemory)
                .extracting(Item::file)
                .isEqualTo(fromFile.stream().map(Item::file).toList());
        assertThat(inMemory)
                .extracting(Item::labels)
                .isEqualTo(fromFile.stream().map(Item::labels).toList());
        assertThat(inMemory)
                .extracting(Item::problem)
                .isEqualTo(fromFile.stream().map(Item::problem).toList());
        assertThat(inMemory.get(0).path()).isEqualTo(Path.of("sub/a.jpg"));
        assertThatThrownBy(() -> PhotoList.listedIn("hdfs:/x/list.csv", new byte[] {'p', '\n'}))
                .isInstanceOf(ManifestException.class)
                .hasMessage("hdfs:/x/list.csv: it has no column \"file\" in its first line, only [p]");
    }

    @Test
    void photosAreToldByTheirNames() {
        assertThat(Stream.of("a.jpg", "_DSC1.JPG", "x.y.Tiff", "heic.heic")).allMatch(PhotoList::isPhoto);
        assertThat(Stream.of(".a.jpg", "a.jpg.txt", "a.cr2", "")).noneMatch(PhotoList::isPhoto);
        assertThat(PhotoList.endings()).contains("jpg", "heif").doesNotContain("JPG");
    }

    @Test
    void aPhotoListedTwiceIsARowThatSaysSo() throws IOException, ManifestException {
        Path manifest = file("list.csv", "file\na.jpg\nb.jpg\n./a.jpg\n");
        List<Item> items = PhotoList.listedIn(manifest).items();
        assertThat(items).hasSize(3);
        assertThat(items.get(2).problem()).hasValueSatisfying(p -> assertThat(p).contains("lines 2 and 4"));
    }

    @Test
    void whatIsNotAManifestIsRefusedInOneLineEach() throws IOException {
        assertProblem("photo,subject\na.jpg,1\n", "no column \"file\"");
        assertProblem("file;subject\na.jpg;1\n", "semicolons");
        assertProblem("file,hand\na.jpg,top\n,left\n", "line 2: hand is left, right or empty, not top");
        assertProblem("", "no column \"file\"");
        assertProblem("file,subject\na.jpg,Doe, Jane\n", "line 2 has 3 cells, the first line 2");
        assertProblem("file,subject,File\na.jpg,1,b.jpg\n", "the column \"file\" twice");
        Path latin = folder.resolve("latin.csv");
        Files.write(latin, "file\nhände.jpg\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> PhotoList.listedIn(latin)).hasMessageContaining("not UTF-8");
    }

    private void assertProblem(String content, String expected) throws IOException {
        Path manifest = file("bad.csv", content);
        assertThatThrownBy(() -> PhotoList.listedIn(manifest))
                .isInstanceOf(ManifestException.class)
                .hasMessageContaining(expected)
                .hasMessageStartingWith(manifest.toString());
    }
}

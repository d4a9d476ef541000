package org.dorsum.report;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.Type;
import org.apache.parquet.format.Util;

/** One column of a group of rows as one page: which cells there are, as runs, then those there are, one after the other. */
final class ParquetColumns {
    private ParquetColumns() {}

    /** A stream that knows where it is. */
    static final class Out extends FilterOutputStream {
        private long position;

        Out(OutputStream file) {
            super(new BufferedOutputStream(file, 1 << 16));
        }

        long position() {
            return position;
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
            position++;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
            position += length;
        }
    }

    static Type type(Column column) {
        return switch (column.type()) {
            case TEXT -> Type.BYTE_ARRAY;
            case INTEGER -> Type.INT64;
            case NUMBER -> Type.DOUBLE;
        };
    }

    /** Writes the cells, of which empty ones are missing. */
    static ColumnChunk write(Column column, List<String> cells, Out out) throws IOException {
        byte[] page = page(column, cells);
        byte[] zipped = zipped(page);
        PageHeader header = new PageHeader(PageType.DATA_PAGE, page.length, zipped.length);
        header.setData_page_header(new DataPageHeader(cells.size(), Encoding.PLAIN, Encoding.RLE, Encoding.RLE));
        long start = out.position();
        Util.writePageHeader(header, out);
        long headerBytes = out.position() - start;
        out.write(zipped);
        ColumnMetaData meta = new ColumnMetaData(
                type(column),
                List.of(Encoding.PLAIN, Encoding.RLE),
                List.of(column.name()),
                CompressionCodec.GZIP,
                cells.size(),
                headerBytes + page.length,
                out.position() - start,
                start);
        ColumnChunk chunk = new ColumnChunk(start);
        chunk.setMeta_data(meta);
        return chunk;
    }

    private static byte[] page(Column column, List<String> cells) {
        ByteArrayOutputStream page = new ByteArrayOutputStream();
        byte[] present = runs(cells);
        page.writeBytes(little(4).putInt(present.length).array());
        page.writeBytes(present);
        for (String cell : cells) {
            if (!cell.isEmpty()) {
                page.writeBytes(plain(column, cell));
            }
        }
        return page.toByteArray();
    }

    private static byte[] plain(Column column, String cell) {
        return switch (column.type()) {
            case INTEGER -> little(8).putLong(Long.parseLong(cell)).array();
            case NUMBER -> little(8).putDouble(Double.parseDouble(cell)).array();
            case TEXT -> {
                byte[] text = cell.getBytes(StandardCharsets.UTF_8);
                yield little(4 + text.length).putInt(text.length).put(text).array();
            }
        };
    }

    /** Runs of 1, there, and 0, missing: twice the length as a variable-length number, then the value. */
    private static byte[] runs(List<String> cells) {
        ByteArrayOutputStream runs = new ByteArrayOutputStream();
        int start = 0;
        while (start < cells.size()) {
            boolean missing = cells.get(start).isEmpty();
            int end = start + 1;
            while (end < cells.size() && cells.get(end).isEmpty() == missing) {
                end++;
            }
            int number = (end - start) << 1;
            while (number >= 0x80) {
                runs.write((number & 0x7f) | 0x80);
                number >>>= 7;
            }
            runs.write(number);
            runs.write(missing ? 0 : 1);
            start = end;
        }
        return runs.toByteArray();
    }

    private static byte[] zipped(byte[] page) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(page);
        }
        return bytes.toByteArray();
    }

    private static ByteBuffer little(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}

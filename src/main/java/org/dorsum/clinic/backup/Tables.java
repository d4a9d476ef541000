package org.dorsum.clinic.backup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The tables of a database as lines of JSON: first the names of the columns, then a row a line. The same for SQLite and PostgreSQL, so
 * that a back-up of either makes a clinic on either.
 */
final class Tables {
    private static final String HISTORY = "flyway_schema_history"; // the migrations write it themselves
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int BATCH = 500;

    private Tables() {}

    /** All tables; one that refers to another comes after it. */
    static List<String> inOrder(Connection connection) throws SQLException {
        DatabaseMetaData data = connection.getMetaData();
        Map<String, Set<String>> parents = new TreeMap<>();
        try (ResultSet tables =
                data.getTables(connection.getCatalog(), connection.getSchema(), "%", new String[] {"TABLE"})) {
            while (tables.next()) {
                String name = tables.getString("TABLE_NAME");
                if (!name.equals(HISTORY) && !name.startsWith("sqlite_")) {
                    parents.put(name, new HashSet<>());
                }
            }
        }
        for (Map.Entry<String, Set<String>> table : parents.entrySet()) {
            try (ResultSet keys =
                    data.getImportedKeys(connection.getCatalog(), connection.getSchema(), table.getKey())) {
                while (keys.next()) {
                    String parent = keys.getString("PKTABLE_NAME");
                    if (!parent.equals(table.getKey())) {
                        table.getValue().add(parent);
                    }
                }
            }
        }
        List<String> order = new ArrayList<>();
        while (order.size() < parents.size()) {
            int before = order.size();
            parents.forEach((table, needs) -> {
                if (!order.contains(table) && order.containsAll(needs)) {
                    order.add(table);
                }
            });
            if (order.size() == before) {
                throw new IllegalStateException("tables refer to each other in a circle");
            }
        }
        return order;
    }

    /** Writes one table. */
    static void write(Connection connection, String table, OutputStream out) throws SQLException, IOException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT * FROM " + table)) {
            statement.setFetchSize(BATCH);
            try (ResultSet rows = statement.executeQuery()) {
                int columns = rows.getMetaData().getColumnCount();
                ArrayNode head = MAPPER.createArrayNode();
                for (int c = 1; c <= columns; c++) {
                    head.add(rows.getMetaData().getColumnName(c).toLowerCase(Locale.ROOT));
                }
                line(out, head);
                while (rows.next()) {
                    ArrayNode row = MAPPER.createArrayNode();
                    for (int c = 1; c <= columns; c++) {
                        row.add(cell(rows.getObject(c)));
                    }
                    line(out, row);
                }
            }
        }
    }

    private static JsonNode cell(@Nullable Object value) {
        if (value == null) {
            return MAPPER.nullNode();
        }
        if (value instanceof String || value instanceof Number || value instanceof Boolean) {
            return MAPPER.valueToTree(value);
        }
        throw new IllegalStateException("a column of type " + value.getClass().getName() + " cannot be backed up");
    }

    private static void line(OutputStream out, ArrayNode cells) throws IOException {
        out.write(MAPPER.writeValueAsString(cells).getBytes(StandardCharsets.UTF_8));
        out.write('\n');
    }

    /** Fills one empty table from the lines that {@link #write} wrote. */
    static void read(Connection connection, String table, Iterator<String> from) throws SQLException, IOException {
        List<String> columns = new ArrayList<>();
        MAPPER.readTree(from.next()).forEach(c -> columns.add(c.asText()));
        Map<String, Integer> types = types(connection, table);
        if (!types.keySet().containsAll(columns)) {
            throw new IOException("the table " + table + " has other columns");
        }
        String sql = "INSERT INTO " + table + " (" + String.join(", ", columns) + ") VALUES ("
                + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            int waiting = 0;
            while (from.hasNext()) {
                JsonNode row = MAPPER.readTree(from.next());
                for (int c = 0; c < columns.size(); c++) {
                    set(insert, c + 1, row.path(c), types.getOrDefault(columns.get(c), Types.VARCHAR));
                }
                insert.addBatch();
                if (++waiting == BATCH) {
                    insert.executeBatch();
                    waiting = 0;
                }
            }
            insert.executeBatch();
        }
    }

    private static Map<String, Integer> types(Connection connection, String table) throws SQLException {
        Map<String, Integer> types = new TreeMap<>();
        try (ResultSet columns =
                connection.getMetaData().getColumns(connection.getCatalog(), connection.getSchema(), table, "%")) {
            while (columns.next()) {
                types.put(columns.getString("COLUMN_NAME").toLowerCase(Locale.ROOT), columns.getInt("DATA_TYPE"));
            }
        }
        return types;
    }

    /** One kind of database has numbers where another has truth values. */
    private static void set(PreparedStatement insert, int column, JsonNode cell, int type) throws SQLException {
        if (cell.isNull() || cell.isMissingNode()) {
            insert.setNull(column, type);
        } else if (type == Types.BOOLEAN || type == Types.BIT) {
            insert.setBoolean(column, cell.isBoolean() ? cell.asBoolean() : cell.asInt() != 0);
        } else if (cell.isBoolean()) {
            insert.setInt(column, cell.asBoolean() ? 1 : 0);
        } else if (cell.isIntegralNumber()) {
            insert.setLong(column, cell.asLong());
        } else if (cell.isNumber()) {
            insert.setDouble(column, cell.asDouble());
        } else {
            insert.setString(column, cell.asText());
        }
    }
}

package org.dorsum.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import org.dorsum.assess.Assessment;
import org.dorsum.report.DataDictionary.Table;

/**
 * Tables described by a <a href="https://specs.frictionlessdata.io/data-package/">Data Package</a>: every column with type,
 * meaning, unit, range, levels and method, and with what the numbers were measured. It names no person, machine or time; the
 * same settings give the same text.
 */
public final class DataPackage {
    private DataPackage() {}

    /**
     * The package of one or more tables.
     *
     * @param files the name of each table's file beside the package
     * @param method with what they were measured, where they were
     */
    public static String of(Map<Table, String> files, Optional<Assessment.Method> method) {
        ObjectNode document = JsonText.object()
                .put("$schema", "https://datapackage.org/profiles/2.0/datapackage.json")
                .put("title", "Skin of hands measured on photographs");
        method.ifPresent(m -> document.set(
                "dorsum",
                JsonText.object()
                        .put("toolVersion", m.toolVersion())
                        .put("settingsSha256", m.settingsSha256())
                        .put("handFinder", m.handFinder())));
        ArrayNode resources = document.putArray("resources");
        for (Table table : Table.values()) {
            if (files.containsKey(table)) {
                resources.add(resource(table, String.valueOf(files.get(table))));
            }
        }
        return JsonText.of(document);
    }

    private static ObjectNode resource(Table table, String file) {
        ObjectNode node = JsonText.object()
                .put("name", table.label())
                .put("type", "table")
                .put("path", file)
                .put("description", table.meaning())
                .put("format", "csv")
                .put("mediatype", "text/csv")
                .put("encoding", "utf-8");
        node.putObject("dialect")
                .put("delimiter", ",")
                .put("lineTerminator", "\r\n")
                .put("quoteChar", "\"")
                .put("doubleQuote", true)
                .put("header", true);
        ObjectNode schema = node.putObject("schema");
        schema.put("$schema", "https://datapackage.org/profiles/2.0/tableschema.json");
        ArrayNode fields = schema.putArray("fields");
        table.columns().forEach(c -> fields.add(field(c)));
        schema.putArray("missingValues").add("");
        if (table == Table.ZONES) {
            schema.putArray("primaryKey").add("file").add("zone").add("metric");
        }
        return node;
    }

    private static ObjectNode field(Column c) {
        ObjectNode node = JsonText.object()
                .put("name", c.name())
                .put("type", c.type().label())
                .put("title", c.title())
                .put("description", c.meaning() + "; " + c.missing());
        if (!c.unit().isEmpty()) {
            node.put("unit", c.unit());
        }
        node.put("methods", c.anchor());
        ObjectNode constraints = JsonText.object();
        if (c.required()) {
            constraints.put("required", true);
        }
        if (!c.levels().isEmpty()) {
            constraints.set("enum", JsonText.strings(c.levels()));
        }
        c.range().least().ifPresent(least -> constraints.put("minimum", Numbers.decimal(least)));
        c.range().most().ifPresent(most -> constraints.put("maximum", Numbers.decimal(most)));
        if (!constraints.isEmpty()) {
            node.set("constraints", constraints);
        }
        return node;
    }
}

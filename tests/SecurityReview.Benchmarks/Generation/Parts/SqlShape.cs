namespace SecurityReview.Benchmarks.Generation.Parts;

/// <summary>One way to put an SQL text together that is not a constant.</summary>
/// <param name="Parameter">What a caller of the method passes: a type and a name, or empty.</param>
/// <param name="IsInjectable">Whether the caller's text becomes part of the statement.</param>
/// <param name="Body">The statements, for an entity and a property; they return a list of rows.</param>
internal sealed record SqlShape(string Parameter, bool IsInjectable, Func<Entity, string, string> Body)
{
    /// <summary>In the order in which they are dealt out: of twenty texts, three are injectable.</summary>
    public static IReadOnlyList<SqlShape> All { get; } =
    [
        new("bool all", false, (entity, property) => $"var sql = \"SELECT * FROM {entity.Table}\";\nif (!all)\nsql += \" WHERE {property} IS NOT NULL\";\nreturn connection.Query<{entity.Name}>(sql).ToList();"),
        new("string value", false, (entity, property) => $"return database.Rows<{entity.Name}>($\"SELECT {{s_columns}} FROM {entity.Table} WHERE {property} = @value\", new {{ value }});"),
        new("int count", false, (entity, property) => $"return connection.Query<{entity.Name}>($\"SELECT TOP {{count}} * FROM {entity.Table} ORDER BY {property}\").ToList();"),
        new("string sort", false, (entity, property) => $"var column = sort switch\n{{\n\"name\" => \"Name\",\n\"{property.ToLowerInvariant()}\" => \"{property}\",\n_ => \"Id\",\n}};\nreturn connection.Query<{entity.Name}>(\"SELECT * FROM {entity.Table} ORDER BY \" + column).ToList();"),
        new("string term", true, (entity, property) => $"return connection.Query<{entity.Name}>($\"SELECT * FROM {entity.Table} WHERE {property} LIKE '%{{term}}%'\").ToList();"),
        new("string value", false, (entity, property) => $"return database.Rows<{entity.Name}>(\"SELECT * FROM \" + Table() + \" WHERE {property} = @value\", new {{ value }});"),
        new("string column", false, (entity, property) => $"if (!s_allowed.Contains(column))\nthrow new ArgumentException(\"Unknown column.\", nameof(column));\nreturn connection.Query<{entity.Name}>($\"SELECT {{column}} FROM {entity.Table} ORDER BY {property}\").ToList();"),
        new("RecordStatus status", false, (entity, property) => $"return connection.Query<{entity.Name}>($\"SELECT {property} FROM {entity.Table} WHERE Status = '{{status}}'\").ToList();"),
        new("string value", false, (entity, property) => $"var text = new StringBuilder(\"SELECT * FROM {entity.Table} WHERE 1 = 1\");\nif (value.Length > 0)\ntext.Append(\" AND {property} = @value\");\nif (value.Length > 9)\ntext.Append(\" AND Status = 0\");\nreturn database.Rows<{entity.Name}>(text.ToString(), new {{ value }});"),
        new("IReadOnlyList<int> ids", false, (entity, property) => $"var names = string.Join(\", \", ids.Select((_, i) => \"@p\" + i));\nusing var command = connection.CreateCommand();\ncommand.CommandText = $\"DELETE FROM {entity.Table} WHERE {property} IN ({{names}})\";\nlogger.LogInformation(\"{{Count}} rows\", command.ExecuteNonQuery());\nreturn [];"),
        new("Guid key", false, (entity, property) => $"return database.Rows<{entity.Name}>($\"SELECT {property} FROM {entity.Table} WHERE Code = '{{key:N}}'\", null);"),
        new("string name", true, (entity, property) => $"var clause = \"{property} = '\" + name.Trim() + \"'\";\nreturn database.Rows<{entity.Name}>(\"SELECT * FROM {entity.Table} WHERE \" + clause, null);"),
        new("bool descending", false, (entity, property) => $"var direction = descending ? \"DESC\" : \"ASC\";\nreturn context.{entity.Table}.FromSqlRaw(\"SELECT * FROM {entity.Table} ORDER BY {property} \" + direction).ToList();"),
        new("DateTime from", false, (entity, property) => $"using var command = connection.CreateCommand();\ncommand.CommandText = \"SELECT {property} FROM {entity.Table} WHERE CreatedAt > '\" + from.ToString(\"yyyy-MM-dd\", CultureInfo.InvariantCulture) + \"'\";\nreturn database.Read<{entity.Name}>(command);"),
        new("string value", false, (entity, property) => $"return database.Page<{entity.Name}>($\"SELECT {{s_columns}} FROM {entity.Table} WHERE {property} = @value\", new {{ value }}, 20);"),
        new("string key", false, (entity, property) => $"var order = s_orders.TryGetValue(key, out var known) ? known : \"Id\";\nreturn connection.Query<{entity.Name}>($\"SELECT {property} FROM {entity.Table} ORDER BY {{order}}\").ToList();"),
        new("int year", false, (entity, property) => $"var sql = string.Format(CultureInfo.InvariantCulture, \"SELECT * FROM {entity.Table}_{{0}} ORDER BY {property}\", year);\nreturn database.Rows<{entity.Name}>(sql, null);"),
        new("string order", true, (entity, property) => $"var text = new StringBuilder(\"SELECT {property} FROM {entity.Table}\");\nif (!string.IsNullOrEmpty(order))\ntext.Append(\" ORDER BY \").Append(order);\nusing var command = connection.CreateCommand();\ncommand.CommandText = text.ToString();\nreturn database.Read<{entity.Name}>(command);"),
        new("decimal limit", false, (entity, property) => $"string sql;\ntry\n{{\nsql = \"SELECT {property} FROM {entity.Table} WHERE Price < \" + limit.ToString(CultureInfo.InvariantCulture);\n}}\ncatch (FormatException exception)\n{{\nlogger.LogError(exception, \"No limit\");\nthrow;\n}}\nreturn connection.Query<{entity.Name}>(sql).ToList();"),
        new("string value", false, (entity, property) => $"var tail = string.Join(\" AND \", new[] {{ \"{property} = @value\", \"Status = 0\" }});\nreturn database.Rows<{entity.Name}>(\"SELECT * FROM {entity.Table} WHERE \" + tail, new {{ value }});"),
    ];
}

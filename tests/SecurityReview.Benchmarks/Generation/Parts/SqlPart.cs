namespace SecurityReview.Benchmarks.Generation.Parts;

/// <summary>SQL texts with everything around them: controller → search service → queries → shared wrappers.</summary>
internal static class SqlPart
{
    /// <summary>The wrappers that many queries call; each hands its own parameter on.</summary>
    public const string Database = """
        namespace Generated.Common;

        public sealed class Database(IDbConnection connection)
        {
            public List<T> Rows<T>(string sql, object? values) => connection.Query<T>(sql, values).ToList();

            public List<T> Page<T>(string sql, object? values, int size)
            {
                var paged = sql + " OFFSET 0 ROWS FETCH NEXT " + size + " ROWS ONLY";
                return Rows<T>(paged, values);
            }

            public List<T> Read<T>(IDbCommand command)
            {
                var rows = new List<T>();
                using var reader = command.ExecuteReader();
                while (reader.Read())
                {
                    if (reader.GetValue(0) is T row)
                        rows.Add(row);
                }

                return rows;
            }
        }
        """;

    /// <summary>The files of one entity.</summary>
    /// <param name="first">How many texts were dealt out before: shapes go round over the whole application.</param>
    public static IEnumerable<GeneratedFile> Write(Entity entity, int first, int count, Dice dice)
    {
        var methods = Enumerable.Range(0, count).Select(i => new Method($"Find{i}", SqlShape.All[(first + i) % SqlShape.All.Count], dice.Of(entity.Properties).Name)).ToList();
        yield return new GeneratedFile($"{entity.Module}/{entity.Name}Queries.cs", Queries(entity, methods));
        yield return new GeneratedFile($"{entity.Module}/{entity.Name}Search.cs", Search(entity, methods));
        yield return new GeneratedFile($"{entity.Module}/{entity.Name}SearchController.cs", Controller(entity, methods));
    }

    private static string Queries(Entity entity, List<Method> methods) => new SourceText()
        .Add($"namespace {entity.Namespace};\n\npublic interface I{entity.Name}Queries\n{{")
        .Add(methods.Select(method => $"List<{entity.Name}> {method.Name}({method.Shape.Parameter});"))
        .Add($$"""
            }

            internal sealed class {{entity.Name}}Queries(IDbConnection connection, Database database, {{entity.Name}}Context context, ILogger<{{entity.Name}}Queries> logger) : I{{entity.Name}}Queries
            {
            private static readonly string s_columns = string.Join(", ", "Id", "Name", "{{entity.Properties[0].Name}}");
            private static readonly HashSet<string> s_allowed = new(StringComparer.Ordinal) { "Id", "Name", "{{entity.Properties[0].Name}}" };
            private static readonly Dictionary<string, string> s_orders = new() { ["name"] = "Name", ["new"] = "CreatedAt DESC" };

            private string Table() => "{{entity.Table}}";

            public bool IsReady => connection.State == ConnectionState.Open && logger.IsEnabled(LogLevel.Information) && s_allowed.Count + s_orders.Count + s_columns.Length > 0 && Table() != "" && context.Model is not null && database is not null;

            """)
        .Add(methods.Select(method => $"public List<{entity.Name}> {method.Name}({method.Shape.Parameter})\n{{\n{method.Shape.Body(entity, method.Property)}\n}}\n"))
        .Add("}")
        .ToString();

    private static string Search(Entity entity, List<Method> methods) => new SourceText()
        .Add($"namespace {entity.Namespace};\n\npublic interface I{entity.Name}Search\n{{")
        .Add(methods.Select(method => $"IReadOnlyList<{entity.Name}Response> {method.Name}({method.Shape.Parameter});"))
        .Add($"}}\n\ninternal sealed class {entity.Name}Search(I{entity.Name}Queries queries, ILogger<{entity.Name}Search> logger) : I{entity.Name}Search\n{{")
        .Add(methods.Select(method => $"public IReadOnlyList<{entity.Name}Response> {method.Name}({method.Shape.Parameter})\n{{\nvar rows = queries.{method.Name}({method.Argument});\nlogger.LogDebug(\"{{Count}} rows\", rows.Count);\nreturn rows.ToResponses();\n}}\n"))
        .Add("}")
        .ToString();

    private static string Controller(Entity entity, List<Method> methods) => new SourceText()
        .Add($"namespace {entity.Namespace};\n\n[ApiController]\n[Authorize]\n[Route(\"api/{entity.Route}/search\")]\npublic sealed class {entity.Name}SearchController(I{entity.Name}Search search) : ControllerBase\n{{")
        .Add(methods.Select(method => $"[HttpGet(\"{method.Name.ToLowerInvariant()}\")]\npublic IActionResult {method.Name}([FromQuery] {method.Shape.Parameter}) => Ok(search.{method.Name}({method.Argument}));\n"))
        .Add("}")
        .ToString();

    private sealed record Method(string Name, SqlShape Shape, string Property)
    {
        public string Argument => Shape.Parameter[(Shape.Parameter.LastIndexOf(' ') + 1)..];
    }
}

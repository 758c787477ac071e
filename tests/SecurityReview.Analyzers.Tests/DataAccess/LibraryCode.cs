namespace SecurityReview.Analyzers.Tests.DataAccess;

/// <summary>Code of a class library whose callers are not known, for tests of rules that need no source.</summary>
internal static class LibraryCode
{
    public const string Usings = QueryCode.Usings + """
        using System.Collections.Frozen;
        using System.IO;
        using System.Net.Http;
        using System.Text.RegularExpressions;
        using Microsoft.Data.SqlClient;
        using Microsoft.EntityFrameworkCore.Storage;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.Options;
        using MySqlConnector;
        using Npgsql;

        """;

    private const string Surroundings = Usings + """
        public class User { public int Id { get; set; } public string Name { get; set; } = ""; public string Mail { get; set; } = ""; }
        public enum State { Open, Closed }
        public class Filter { public string Name { get; set; } = ""; public int Age { get; set; } }

        """;

    /// <summary>A public method of a library with the given body.</summary>
    public static string Method(string body, string parameters = "string name") =>
        Class($"public object? Run({parameters})\n{{\n{Indent(body)}\n}}");

    /// <summary>A public class of a library with the given members and a connection.</summary>
    public static string Class(string members) => Surroundings + $"public class Target(SqliteConnection connection)\n{{\n{Indent(members)}\n}}\n";

    private static string Indent(string lines) => string.Join("\n", lines.Split('\n').Select(line => line.Length == 0 ? line : "    " + line));
}

namespace SecurityReview.Analyzers.Tests.DataAccess;

/// <summary>Code around a statement or two of an endpoint, for tests of repairs.</summary>
internal static class QueryCode
{
    /// <summary>What code needs that runs against SQLite.</summary>
    public const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Data;
        using System.Data.Common;
        using System.Globalization;
        using System.Linq;
        using System.Text;
        using System.Threading;
        using System.Threading.Tasks;
        using Dapper;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.Data.Sqlite;
        using Microsoft.EntityFrameworkCore;

        """;

    private const string Surroundings = Usings + """
        using Microsoft.Data.SqlClient;
        using MySqlConnector;
        using Npgsql;

        public class User { public int Id { get; set; } public string Name { get; set; } = ""; }

        public class Store : DbContext { public DbSet<User> Users => Set<User>(); }

        public class Filter { public string Name { get; set; } = ""; public string? Other { get; set; } public int Age { get; set; } }


        """;

    /// <summary>A controller whose action has the given lines as its body.</summary>
    public static string Action(string body, string parameters = "string name") => Surroundings + $$"""
        public class UsersController(SqliteConnection connection, Store store) : ControllerBase
        {
            public async Task<object?> Find({{parameters}})
            {
                await Task.Yield();
        {{Indent(body, 8)}}
                return null;
            }
        }

        """;

    /// <summary>A controller with the given members.</summary>
    public static string Controller(string members) => Surroundings + $$"""
        public class UsersController(SqliteConnection connection, Store store) : ControllerBase
        {
        {{Indent(members, 4)}}
        }

        """;

    private static string Indent(string lines, int width) =>
        string.Join("\n", lines.Split('\n').Select(line => line.Length == 0 ? line : new string(' ', width) + line));
}

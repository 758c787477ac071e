using SecurityReview.Analyzers.DataAccess;
using SecurityReview.Analyzers.Tests.Verifiers;
using SecurityReview.CodeFixes.DataAccess;
using static SecurityReview.Analyzers.Tests.DataAccess.QueryCode;

namespace SecurityReview.Analyzers.Tests.DataAccess;

/// <summary>Where statements about a command are put.</summary>
public class CommandSqlInjectionFixerTests
{
    [Fact]
    public Task EmbeddedStatement_GetsABlock() => RepairsAsync(
        """
        using var command = connection.CreateCommand();
        if (name.Length > 3)
            command.CommandText = [|$"SELECT * FROM Users WHERE Name = '{name}'"|]; // long
        else
            command.CommandText = [|$"SELECT * FROM Users WHERE Mail = '{name}'"|];
        command.ExecuteScalar();
        """,
        """
        using var command = connection.CreateCommand();
        if (name.Length > 3)
        {
            command.CommandText = "SELECT * FROM Users WHERE Name = @name"; // long
            command.Parameters.AddWithValue("@name", name);
        }
        else
        {
            command.CommandText = "SELECT * FROM Users WHERE Mail = @name2";
            command.Parameters.AddWithValue("@name2", name);
        }
        command.ExecuteScalar();
        """);

    [Fact]
    public Task UsingWithoutABlock_GetsOne() => RepairsAsync(
        """
        using (var command = new SqliteCommand([|$"SELECT * FROM Users WHERE Name = '{name}'"|], connection))
        using (var reader = command.ExecuteReader())
        {
            return reader.Read();
        }
        """,
        """
        using (var command = new SqliteCommand("SELECT * FROM Users WHERE Name = @name", connection))
        {
            command.Parameters.AddWithValue("@name", name);
            using (var reader = command.ExecuteReader())
            {
                return reader.Read();
            }
        }
        """);

    [Fact]
    public Task SwitchSectionLambdaAndLocalFunction_AreRepaired() => RepairsAsync(
        """
        using var command = connection.CreateCommand();
        switch (name.Length)
        {
            case 1:
                command.CommandText = [|$"SELECT * FROM Users WHERE Name = '{name}'"|];
                break;
        }

        Func<object?> lambda = () =>
        {
            using var inner = new SqliteCommand([|$"SELECT * FROM Users WHERE Name = '{name}'"|], connection);
            return inner.ExecuteScalar();
        };
        return Local() ?? lambda();

        object? Local()
        {
            using var inner = new SqliteCommand([|$"SELECT * FROM Users WHERE Name = '{name}'"|], connection);
            return inner.ExecuteScalar();
        }
        """,
        """
        using var command = connection.CreateCommand();
        switch (name.Length)
        {
            case 1:
                command.CommandText = "SELECT * FROM Users WHERE Name = @name";
                command.Parameters.AddWithValue("@name", name);
                break;
        }

        Func<object?> lambda = () =>
        {
            using var inner = new SqliteCommand("SELECT * FROM Users WHERE Name = @name", connection);
            inner.Parameters.AddWithValue("@name", name);
            return inner.ExecuteScalar();
        };
        return Local() ?? lambda();

        object? Local()
        {
            using var inner = new SqliteCommand("SELECT * FROM Users WHERE Name = @name", connection);
            inner.Parameters.AddWithValue("@name", name);
            return inner.ExecuteScalar();
        }
        """);

    [Fact]
    public Task CommandMadeForAField_IsNotCleared() =>
        VerifyFix<SqlInjectionAnalyzer, SqlInjectionFixer>.RepairsAsync(
            Controller("""
                private SqliteCommand? _command;

                public object? Find(string name)
                {
                    _command = new SqliteCommand([|$"SELECT * FROM Users WHERE Name = '{name}'"|], connection);
                    return _command.ExecuteScalar();
                }
                """),
            Controller("""
                private SqliteCommand? _command;

                public object? Find(string name)
                {
                    _command = new SqliteCommand("SELECT * FROM Users WHERE Name = @name", connection);
                    _command.Parameters.AddWithValue("@name", name);
                    return _command.ExecuteScalar();
                }
                """));

    [Fact]
    public Task CommandInAField_IsClearedFirst() =>
        VerifyFix<SqlInjectionAnalyzer, SqlInjectionFixer>.RepairsAsync(
            Controller("""
                private readonly SqliteCommand _command = new();

                public object? Find(string name)
                {
                    _command.CommandText = [|$"SELECT * FROM Users WHERE Name = '{name}'"|];
                    return _command.ExecuteScalar();
                }

                private object? Other(SqliteCommand command, [FromQuery] string name)
                {
                    this._command.CommandText = "SELECT 1";
                    return command;
                }
                """),
            Controller("""
                private readonly SqliteCommand _command = new();

                public object? Find(string name)
                {
                    _command.CommandText = "SELECT * FROM Users WHERE Name = @name";
                    _command.Parameters.Clear();
                    _command.Parameters.AddWithValue("@name", name);
                    return _command.ExecuteScalar();
                }

                private object? Other(SqliteCommand command, [FromQuery] string name)
                {
                    this._command.CommandText = "SELECT 1";
                    return command;
                }
                """));

    [Fact]
    public Task TopLevelStatementsWithoutUsings_AreRepaired() =>
        VerifyFix<SqlInjectionAnalyzer, SqlInjectionFixer>.RepairsAsync(
            """
            using Microsoft.AspNetCore.Builder;
            using Microsoft.Data.Sqlite;

            var app = WebApplication.CreateBuilder(args).Build();
            app.MapGet("/", (string? name, SqliteConnection connection) => new SqliteCommand([|"SELECT * FROM Users WHERE Name = '" + name + "'"|], connection).ExecuteScalar());
            var connection = new SqliteConnection();
            var command = connection.CreateCommand();
            command.CommandText = [|"SELECT * FROM Users WHERE Name = '" + System.Console.ReadLine() + "'"|];
            command.ExecuteScalar();

            """,
            """
            using System;
            using Microsoft.AspNetCore.Builder;
            using Microsoft.Data.Sqlite;

            var app = WebApplication.CreateBuilder(args).Build();
            app.MapGet("/", (string? name, SqliteConnection connection) => new SqliteCommand("SELECT * FROM Users WHERE Name = @name", connection) { Parameters = { new SqliteParameter("@name", (object?)name ?? DBNull.Value) } }.ExecuteScalar());
            var connection = new SqliteConnection();
            var command = connection.CreateCommand();
            command.CommandText = "SELECT * FROM Users WHERE Name = @readLine";
            command.Parameters.AddWithValue("@readLine", (object?)Console.ReadLine() ?? DBNull.Value);
            command.ExecuteScalar();

            """,
            Setting.Program with { Options = "security_review.threat_models = remote, local" });

    private static Task RepairsAsync(string before, string after) =>
        VerifyFix<SqlInjectionAnalyzer, SqlInjectionFixer>.RepairsAsync(Action(before), Action(after));
}

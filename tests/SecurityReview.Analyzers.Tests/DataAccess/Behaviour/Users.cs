using Microsoft.Data.Sqlite;

namespace SecurityReview.Analyzers.Tests.DataAccess.Behaviour;

/// <summary>The database that repaired code runs on: in memory, fresh for each run.</summary>
internal static class Users
{
    /// <summary>Names that worked before a repair and must find the same rows after it.</summary>
    public static readonly string[] HonestNames = ["ann", "50% off", "a_b", "Zoë 日本 🔥", "", "nobody", "  ann", "back\\slash", NameWithBraces, "@name", "x--y", "\"quoted\""];

    /// <summary>A name with a quote: an error before a repair.</summary>
    public const string NameWithQuote = "O'Brien";

    /// <summary>What Entity Framework reads as a placeholder in raw text.</summary>
    public const string NameWithBraces = "{0}";

    /// <summary>Closes the quote, asks for everybody, and hides the rest of the statement.</summary>
    public const string Payload = "x' OR 'a' <> 'b' --";

    public static SqliteConnection Open()
    {
        var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        Execute(connection, "CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT NOT NULL, email TEXT, age INTEGER NOT NULL, score REAL NOT NULL, born TEXT NOT NULL)");
        var id = 0;
        foreach (var name in HonestNames.Where(name => name != "nobody").Append(NameWithQuote).Append("bob"))
        {
            id++;
            Execute(
                connection, "INSERT INTO users VALUES (@id, @name, @email, @age, @score, @born)",
                ("@id", id), ("@name", name), ("@email", name + "@example.test"), ("@age", 20 + id), ("@score", id + 0.5), ("@born", $"2000-01-{id:00} 00:00:00"));
        }

        return connection;
    }

    private static void Execute(SqliteConnection connection, string sql, params (string Name, object Value)[] parameters)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
            command.Parameters.AddWithValue(name, value);
        command.ExecuteNonQuery();
    }
}

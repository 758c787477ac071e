using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Queries.Data;

namespace Queries.WithAdoNet;

/// <summary>Finds books: the commands are made and run in different ways.</summary>
public class BookSearch(SqliteConnection connection)
{
    private readonly IDbConnection _connection = connection;

    public List<string> ByTitle(string title) =>
        new SqliteCommand($"SELECT Id, Title FROM Books WHERE Title = '{title}'", connection).ReadRows();

    public List<string> ByAuthor(string author)
    {
        using IDbCommand command = _connection.CreateCommand();
        command.CommandText = "SELECT Id, Title FROM Books WHERE Author = '" + author + "'";
        return command.ReadRows();
    }

    public async Task<object?> CountAsync(string author, CancellationToken cancellation)
    {
        await using DbCommand command = ((DbConnection)connection).CreateCommand();
        command.CommandText = $"SELECT COUNT(*) FROM Books WHERE Author = '{author}'";
        return await command.ExecuteScalarAsync(cancellation);
    }

    public List<string> ByMark(string? mark)
    {
        var command = new SqliteCommand
        {
            Connection = connection,
            CommandType = CommandType.Text,
            CommandText = $"SELECT Id, Title FROM Books WHERE Shelf = '{mark}' OR Author = '{mark}'",
        };
        return command.ReadRows();
    }

    public List<string> Continued(string author, int above)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT Id, Title FROM Books WHERE Price > @above AND Sealed = 0";
        command.Parameters.AddWithValue("@above", above);
        command.CommandText += " AND Author = '" + author + "'";
        return command.ReadRows();
    }

    public List<string> OnEach(string[] shelves)
    {
        var rows = new List<string>();
        using var command = connection.CreateCommand();
        foreach (var shelf in shelves)
        {
            command.CommandText = "SELECT Title FROM Books WHERE Shelf = '" + shelf + "'";
            rows.AddRange(command.ReadRows());
        }

        return rows;
    }

    public List<string> Exact(string title, bool isExact)
    {
        using var command = connection.CreateCommand();
        if (isExact)
            command.CommandText = "SELECT Id, Title FROM Books WHERE Title = '" + title + "'";
        else
            command.CommandText = "SELECT Id, Title FROM Books WHERE Sealed = 0 AND Title LIKE '%" + title + "%'";
        return command.ReadRows();
    }

    public List<string> Looser(string title, bool isExact)
    {
        string sql;
        if (isExact)
            sql = $"SELECT Id, Title FROM Books WHERE Title = '{title}'";
        else
            sql = $"SELECT Id, Title FROM Books WHERE Sealed = 0 AND Title LIKE '{title}%'";
        using var command = new SqliteCommand(sql, connection);
        return command.ReadRows();
    }

    public List<string> Chosen(string title, bool isExact)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT Id, Title FROM Books WHERE Sealed = 0 AND Title " + (isExact ? $"= '{title}'" : $"LIKE '%{title}%'");
        return command.ReadRows();
    }

    public List<string> Escaped(string text)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT Id, Title FROM Books WHERE Author = '" + text.Replace("'", "''") + "' OR Title = '" + text + "'";
        return command.ReadRows();
    }

    public List<string> Prepared(string shelf)
    {
        using var command = Command("SELECT Id, Title FROM Books WHERE Shelf = '" + shelf + "'");
        return command.ReadRows();
    }

    /// <summary>What runs the text takes no parameters.</summary>
    public List<string> Quick(string title) => Run($"SELECT Id, Title FROM Books WHERE Title = '{title}'");

    private SqliteCommand Command(string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 5;
        return command;
    }

    private List<string> Run(string sql)
    {
        using var command = new SqliteCommand(sql, connection);
        return command.ReadRows();
    }
}

using System.Text;
using Microsoft.Data.Sqlite;
using Queries.Data;

namespace Queries.WithAdoNet;

/// <summary>Finds books: the text of each command is put together in another way.</summary>
public class BookCatalogue(SqliteConnection connection)
{
    private const string Columns = "Id, Title, Author, Shelf";

    public List<string> ByTitle(string title)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT Id, Title, Author FROM Books WHERE Title = '" + title + "'";
        return command.ReadRows();
    }

    public List<string> ByAuthor(string author)
    {
        using var command = new SqliteCommand($"SELECT Id, Title FROM Books WHERE Sealed = 0 AND Author = '{author}' ORDER BY Id", connection);
        return command.ReadRows();
    }

    public List<string> ByWord(string word)
    {
        using (var command = connection.CreateCommand())
        {
            command.CommandText = @"
                SELECT Id, Title -- what the reader knows it by
                FROM ""Books""
                WHERE Sealed = 0 AND Title LIKE '%" + word + @"%'
                ORDER BY Title";
            return command.ReadRows();
        }
    }

    public List<string> ByStart(string start)
    {
        var sql = string.Format("SELECT Id, Title FROM Books WHERE Sealed = {1} AND Title LIKE '{0}%' ORDER BY {2}", start, 0, "Id");
        using var command = new SqliteCommand(sql, connection);
        return command.ReadRows();
    }

    public List<string> ByEnd(string end)
    {
        using var command = connection.CreateCommand();
        command.CommandText = string.Concat("SELECT Id, Title FROM Books WHERE Sealed = 0 AND Author LIKE '%", end, "'");
        return command.ReadRows();
    }

    public List<string> OnShelf(string shelf)
    {
        using var command = connection.CreateCommand();
        command.CommandText = string.Join(
            "\n",
            "SELECT Id, Title",
            "FROM Books",
            $"WHERE Sealed = 0 AND Shelf = '{shelf}'");
        return command.ReadRows();
    }

    public List<string> InRow(string room, int row)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT Id, Title FROM Books WHERE Sealed = 0 AND Shelf = '{room}-{row}'";
        return command.ReadRows();
    }

    public List<string> ByEither(string text)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"""
            SELECT {Columns}
            FROM Books
            WHERE Sealed = 0
              AND (Title = '{text}' OR Author = '{text}' OR Shelf = '{text}')
            """;
        return command.ReadRows();
    }

    public List<string> Filtered(string author, string? shelf)
    {
        var sql = "SELECT Id, Title FROM Books WHERE Sealed = 0";
        sql += " AND Author = '" + author + "'";
        if (!string.IsNullOrEmpty(shelf))
        {
            sql += $" AND Shelf = '{shelf}'";
        }

        sql += " ORDER BY Id";
        using var command = new SqliteCommand(sql, connection);
        return command.ReadRows();
    }

    public List<string> Report(string author, int limit)
    {
        var text = new StringBuilder();
        text.AppendLine("SELECT Author, COUNT(*)");
        text.AppendLine("FROM Books");
        text.Append("WHERE Sealed = 0 AND Author = '").Append(author).AppendLine("'");
        text.AppendFormat("GROUP BY Author LIMIT {0}", limit);
        using var command = new SqliteCommand(text.ToString(), connection);
        return command.ReadRows();
    }

    public List<string> DearerThan(string price)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT Id, Title FROM Books WHERE Price > " + price + " ORDER BY Id";
        return command.ReadRows();
    }

    public List<string> ByShelves(string[] shelves)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT Id, Title FROM Books WHERE Shelf IN ('" + string.Join("','", shelves) + "') ORDER BY Id";
        return command.ReadRows();
    }

    public List<string> Sorted(string sort)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT Id, Title, Price FROM Books WHERE Sealed = 0 ORDER BY " + sort;
        return command.ReadRows();
    }

    public List<string> ByPrice(string direction)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT Id, Title FROM Books WHERE Sealed = 0 ORDER BY Price {direction}";
        return command.ReadRows();
    }

    /// <summary>Whoever calls it decides which numbers; as one text they cannot be told apart.</summary>
    public List<string> ByNumbers(string numbers)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT Id, Title FROM Books WHERE Id IN ({numbers})";
        return command.ReadRows();
    }
}

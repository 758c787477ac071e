using Dapper;
using Microsoft.Data.Sqlite;
using Queries.Data;

namespace Queries.WithDapper;

/// <summary>Searches that readers saved: what is in them was chosen by somebody, some time ago.</summary>
public class SavedSearches(SqliteConnection connection)
{
    public IEnumerable<Book> ByAuthor(int id)
    {
        var author = connection.QuerySingle<string>("SELECT Author FROM Searches WHERE Id = @id", new { id });
        return connection.Query<Book>($"SELECT Id, Title, Author, Shelf FROM Books WHERE Author = '{author}'");
    }

    public IEnumerable<Book> Sorted(int id)
    {
        var sort = connection.QuerySingle<string>("SELECT Sort FROM Searches WHERE Id = @id", new { id });
        return connection.Query<Book>("SELECT Id, Title, Author, Shelf FROM Books WHERE Sealed = 0 ORDER BY " + sort);
    }

    public IEnumerable<Book> ByAuthors(int from)
    {
        var authors = connection.Query<string>("SELECT Author FROM Searches WHERE Id >= @from ORDER BY Id LIMIT 2", new { from }).ToList();
        return connection.Query<Book>($"SELECT Id, Title, Author, Shelf FROM Books WHERE Author IN ('{string.Join("','", authors)}')");
    }

    public object? Count(int id)
    {
        using var search = new SqliteCommand("SELECT Author FROM Searches WHERE Id = @id", connection);
        search.Parameters.AddWithValue("@id", id);
        var author = (string?)search.ExecuteScalar();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM Books WHERE Author = '" + author + "'";
        return command.ExecuteScalar();
    }
}

using System.Data;
using System.Text;
using Dapper;
using Microsoft.Data.Sqlite;
using Queries.Data;

namespace Queries.WithDapper;

/// <summary>Loans and books with Dapper.</summary>
public class LoanStore(SqliteConnection connection)
{
    private const string Loans = "Loans";

    public IEnumerable<Loan> OfMember(string member) =>
        connection.Query<Loan>($"SELECT * FROM Loans WHERE Member = '{member}'");

    public async Task<IEnumerable<Loan>> OpenAsync(string member, int from)
    {
        var sql = "SELECT * FROM " + Loans + " WHERE Id >= @from AND Member = '" + member + "' ORDER BY Id";
        return await connection.QueryAsync<Loan>(sql, new { from });
    }

    public IEnumerable<Loan> Between(string first, string last)
    {
        var parameters = new DynamicParameters();
        parameters.Add("first", first);
        return connection.Query<Loan>("SELECT * FROM Loans WHERE Due >= @first AND Due <= '" + last + "' AND Id < 5", parameters);
    }

    public Task<IEnumerable<Loan>> CancellableAsync(string member, CancellationToken cancellation) =>
        connection.QueryAsync<Loan>(new CommandDefinition(
            $"SELECT * FROM Loans WHERE Member = '{member}'",
            cancellationToken: cancellation));

    public IEnumerable<Book> Found(BookFilter filter)
    {
        var text = new StringBuilder("SELECT Id, Title, Author, Shelf FROM Books WHERE Sealed = 0");
        if (filter.Title is not null)
            text.Append($" AND Title LIKE '%{filter.Title}%'");
        if (filter.Author is not null)
            text.Append(" AND Author = '" + filter.Author + "'");
        text.Append(" ORDER BY Id");
        return connection.Query<Book>(text.ToString());
    }

    public Book? First(string title) =>
        connection.QueryFirstOrDefault<Book>(commandTimeout: 5, sql: "SELECT Id, Title, Author, Shelf FROM Books WHERE Title = '" + title + "' ORDER BY Id DESC");

    public int Count(string author) => connection.ExecuteScalar<int>(
        string.Format("SELECT COUNT(*) FROM Books WHERE Author = '{0}' OR Shelf = '{0}'", author));

    public IEnumerable<Book> ByShelves(string[] shelves) =>
        connection.Query<Book>($"SELECT Id, Title, Author, Shelf FROM Books WHERE Shelf IN ('{string.Join("', '", shelves)}')");

    public IEnumerable<Book> In(string author, string order)
    {
        var sql = order switch
        {
            "new" => $"SELECT Id, Title, Author, Shelf FROM Books WHERE Sealed = 0 AND Author = '{author}' ORDER BY Id DESC",
            "old" => "SELECT Id, Title, Author, Shelf FROM Books WHERE Sealed = 0 AND Author = '" + author + "' ORDER BY Id",
            _ => "SELECT Id, Title, Author, Shelf FROM Books WHERE Sealed = 0 ORDER BY Id",
        };
        return connection.Query<Book>(sql);
    }

    public IEnumerable<Book> Without(List<string> authors)
    {
        var quoted = authors.Select(author => "'" + author + "'");
        return connection.Query<Book>(
            "SELECT Id, Title, Author, Shelf FROM Books WHERE Sealed = 0 AND Author NOT IN (" + string.Join(",", quoted) + ")");
    }

    public IEnumerable<Book> Sorted(string? sort, string? direction)
    {
        return connection.Query<Book>($"SELECT Id, Title, Author, Shelf FROM Books WHERE Sealed = 0 ORDER BY {sort} {direction}");
    }

    public IEnumerable<string> Borrowed(string member) => connection.Query<Loan, Book, string>(
        $"""
        SELECT loan.Id, loan.Due, book.Id, book.Title
        FROM Loans loan
        JOIN Books book ON book.Id = loan.BookId
        WHERE loan.Member = '{member}'
        """,
        (loan, book) => $"{book.Title} until {loan.Due}",
        splitOn: "Id");

    public IEnumerable<string> Overview(string author)
    {
        using var results = connection.QueryMultiple(
            $"SELECT Title FROM Books WHERE Author = '{author}'; SELECT Member FROM Loans JOIN Books ON Books.Id = BookId WHERE Author = '{author}'");
        return [.. results.Read<string>(), .. results.Read<string>()];
    }

    /// <summary>Nobody but the library knows its tables.</summary>
    public IEnumerable<string> Names(string table) => connection.Query<string>($"SELECT Id FROM {table}");
}

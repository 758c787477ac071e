using System.Data;
using Microsoft.EntityFrameworkCore;
using Queries.Data;

namespace Queries.WithEntityFramework;

/// <summary>Books and loans with the raw SQL of Entity Framework Core.</summary>
public class ReadingLists(LibraryContext library)
{
    private const string Books = "Books";

    public List<Book> ByTitle(string title) =>
        library.Books.FromSqlRaw($"SELECT Id, Title, Author, Shelf FROM Books WHERE Title = '{title}'").ToList();

    public Task<List<Book>> ByAuthorAsync(string author, CancellationToken cancellation) =>
        library.Books.FromSqlRaw("SELECT * FROM Books WHERE Sealed = 0 AND Author = '" + author + "'")
            .AsNoTracking()
            .OrderBy(book => book.Title)
            .ToListAsync(cancellation);

    public List<Book> ByWord(string word) =>
        library.Books.FromSqlRaw(string.Format("SELECT * FROM Books WHERE Sealed = 0 AND Title LIKE '%{0}%'", word)).ToList();

    public List<Book> InTable(string shelf)
    {
        return library.Books.FromSqlRaw($"SELECT * FROM {Books} WHERE Shelf = '{shelf}'").ToList();
    }

    public List<Book> Above(string author, int price) =>
        library.Books.FromSqlRaw("SELECT * FROM Books WHERE Price > {0} AND Sealed = 0 AND Author = '" + author + "'", price).ToList();

    public List<Book> Filtered(string? title, string? author)
    {
        var sql = "SELECT * FROM Books WHERE Sealed = 0";
        if (title is not null)
            sql += " AND Title LIKE '" + title + "%'";
        if (author is not null)
            sql += " AND Author = '" + author + "'";
        return library.Books.FromSqlRaw(sql).ToList();
    }

    public List<string> Titles(string shelf) =>
        library.Database.SqlQueryRaw<string>($"SELECT Title AS Value FROM Books WHERE Shelf = '{shelf}'").ToList();

    public int Count(string author) =>
        library.Database.SqlQueryRaw<int>("SELECT COUNT(*) AS Value FROM Books WHERE Author = '" + author + "'").Single();

    public List<Book> Sorted(string sort)
    {
        var books = library.Books.FromSqlRaw("SELECT Id, Title, Author, Shelf FROM Books WHERE Sealed = 0 ORDER BY " + sort);
        return books.AsEnumerable().ToList();
    }

    public List<Book> ByAuthors(string[] authors) =>
        library.Books.FromSqlRaw("SELECT * FROM Books WHERE Author IN ('" + string.Join("','", authors) + "')").ToList();

    public List<Loan> Lent(string member)
    {
        var sql = $"""
            SELECT *
            FROM Loans
            WHERE Member = '{member}'
            """;
        return library.Loans.FromSqlRaw(sql).ToList();
    }

    public List<Member> Rename(string mail, string name)
    {
        library.Database.ExecuteSqlRaw($"UPDATE Members SET Name = '{name}' WHERE Mail = '{mail}'");
        return library.Members.ToList();
    }

    public async Task<List<Member>> RemoveAsync(string name, CancellationToken cancellation)
    {
        var sql = "DELETE FROM Members WHERE Name = '" + name + "'";
        await library.Database.ExecuteSqlRawAsync(sql, cancellation);
        return await library.Members.ToListAsync(cancellation);
    }

    public async Task<int> ExtendAsync(string member, int id) =>
        await library.Database.ExecuteSqlRawAsync("UPDATE Loans SET Due = '2031-01-01' WHERE Id >= " + id + " AND Member = '" + member + "'");

    public List<string> Plain(string title)
    {
        using var command = library.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"SELECT Id, Title FROM Books WHERE Title = '{title}'";
        return command.ReadRows();
    }
}

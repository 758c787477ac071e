using Microsoft.Data.Sqlite;
using Queries.Data;

namespace Queries.WithAdoNet;

/// <summary>What is found with ADO.NET.</summary>
public static class AdoNetEndpoints
{
    public static void MapAdoNet(this IEndpointRouteBuilder routes)
    {
        var ado = routes.MapGroup("/ado");
        ado.MapGet("/books/by-title", (string title, BookCatalogue books) => books.ByTitle(title));
        ado.MapGet("/books/by-author", (string author, BookCatalogue books) => books.ByAuthor(author));
        ado.MapGet("/books/by-word", (string word, BookCatalogue books) => books.ByWord(word));
        ado.MapGet("/books/by-start", (string start, BookCatalogue books) => books.ByStart(start));
        ado.MapGet("/books/by-end", (string end, BookCatalogue books) => books.ByEnd(end));
        ado.MapGet("/books/on-shelf", (string shelf, BookCatalogue books) => books.OnShelf(shelf));
        ado.MapGet("/books/in-row", (string room, int row, BookCatalogue books) => books.InRow(room, row));
        ado.MapGet("/books/by-either", (string text, BookCatalogue books) => books.ByEither(text));
        ado.MapGet("/books/filtered", (string author, string? shelf, BookCatalogue books) => books.Filtered(author, shelf));
        ado.MapGet("/books/report", (string author, BookCatalogue books) => books.Report(author, 10));
        ado.MapGet("/books/dearer-than", (string price, BookCatalogue books) => books.DearerThan(price));
        ado.MapGet("/books/by-shelves", (string[] shelf, BookCatalogue books) => books.ByShelves(shelf));
        ado.MapGet("/books/sorted", (string sort, BookCatalogue books) => books.Sorted(sort));
        ado.MapGet("/books/by-price", (string direction, BookCatalogue books) => books.ByPrice(direction));
        ado.MapGet("/books/by-numbers", (string numbers, BookCatalogue books) => books.ByNumbers(numbers));

        ado.MapGet("/search/by-title", (string title, BookSearch search) => search.ByTitle(title));
        ado.MapGet("/search/by-author", (string author, BookSearch search) => search.ByAuthor(author));
        ado.MapGet("/search/count", (string author, BookSearch search, CancellationToken cancellation) => search.CountAsync(author, cancellation));
        ado.MapGet("/search/by-mark", (string? mark, BookSearch search) => search.ByMark(mark));
        ado.MapGet("/search/continued", (string author, BookSearch search) => search.Continued(author, 5));
        ado.MapGet("/search/on-each", (string[] shelf, BookSearch search) => search.OnEach(shelf));
        ado.MapGet("/search/exact", (string title, bool exact, BookSearch search) => search.Exact(title, exact));
        ado.MapGet("/search/looser", (string title, bool exact, BookSearch search) => search.Looser(title, exact));
        ado.MapGet("/search/chosen", (string title, bool exact, BookSearch search) => search.Chosen(title, exact));
        ado.MapGet("/search/escaped", (string text, BookSearch search) => search.Escaped(text));
        ado.MapGet("/search/prepared", (string shelf, BookSearch search) => search.Prepared(shelf));
        ado.MapGet("/search/quick", (string title, BookSearch search) => search.Quick(title));

        ado.MapPost("/members/add", (string name, string? note, MemberRegister members) => members.Add(name, note));
        ado.MapPost("/members/rename", (int id, string name, MemberRegister members) => members.RenameAsync(id, name));
        ado.MapPost("/members/remove", (string mail, MemberRegister members) => members.Remove(mail));
        ado.MapPost("/members/annotate", (string name, string note, MemberRegister members) => members.Annotate(name, note));
        ado.MapGet("/members/by-mail", (string mail, SqliteConnection connection) =>
        {
            using var command = connection.CreateCommand();
            command.CommandText = $"SELECT Name FROM Members WHERE Mail = '{mail}'";
            return command.ReadRows();
        });
        ado.MapGet("/members/named/{reader}", (string reader, SqliteConnection connection) =>
            new SqliteCommand("SELECT Name, Mail FROM Members WHERE Name = '" + reader + "'", connection).ReadRows());

        ado.MapGet("/loans/due-on", (DateTime day, string member, LoanDesk loans) => loans.DueOn(day, member));
        ado.MapGet("/loans/due-until", (string day, LoanDesk loans) => loans.DueUntil(day));
        ado.MapGet("/loans/in-month", (string year, string month, LoanDesk loans) => loans.InMonth(year, month));
        ado.MapGet("/loans/by-number", (string number, LoanDesk loans) => loans.ByNumber(number));
        ado.MapGet("/loans/by-members", (string[] member, string before, LoanDesk loans) => loans.ByMembers(member, before));
        ado.MapGet("/loans/of-reader", (string reader, LoanDesk loans) => loans.OfReader(reader));
        ado.MapGet("/loans/matching", (string member, LoanDesk loans) => loans.Matching(member));
        ado.MapGet("/loans/in-state", (string member, string state, LoanDesk loans) => loans.InState(member, state));
    }
}

using Microsoft.EntityFrameworkCore;
using Queries.Data;

namespace Queries.WithEntityFramework;

/// <summary>What is found with Entity Framework Core.</summary>
public static class EntityFrameworkEndpoints
{
    public static void MapEntityFramework(this IEndpointRouteBuilder routes)
    {
        var ef = routes.MapGroup("/ef");
        ef.MapGet("/books/by-title", (string title, ReadingLists lists) => lists.ByTitle(title));
        ef.MapGet("/books/by-author", (string author, ReadingLists lists, CancellationToken cancellation) => lists.ByAuthorAsync(author, cancellation));
        ef.MapGet("/books/by-word", (string word, ReadingLists lists) => lists.ByWord(word));
        ef.MapGet("/books/in-table", (string shelf, ReadingLists lists) => lists.InTable(shelf));
        ef.MapGet("/books/above", (string author, ReadingLists lists) => lists.Above(author, 5));
        ef.MapGet("/books/filtered", (string? title, string? author, ReadingLists lists) => lists.Filtered(title, author));
        ef.MapGet("/books/titles", (string shelf, ReadingLists lists) => lists.Titles(shelf));
        ef.MapGet("/books/count", (string author, ReadingLists lists) => lists.Count(author));
        ef.MapGet("/books/sorted", (string sort, ReadingLists lists) => lists.Sorted(sort));
        ef.MapGet("/books/by-authors", (string[] author, ReadingLists lists) => lists.ByAuthors(author));
        ef.MapGet("/books/plain", (string title, ReadingLists lists) => lists.Plain(title));
        ef.MapGet("/books/latest", (string author, LibraryContext library) => library.Books
            .FromSqlRaw("SELECT * FROM Books WHERE Author = '" + author + "'")
            .OrderByDescending(book => book.Id)
            .Take(1)
            .ToList());
        ef.MapGet("/loans/lent", (string member, ReadingLists lists) => lists.Lent(member));
        ef.MapPost("/loans/extend", (string member, ReadingLists lists) => lists.ExtendAsync(member, 1));
        ef.MapPost("/members/rename", (string mail, string name, ReadingLists lists) => lists.Rename(mail, name));
        ef.MapPost("/members/remove", (string name, ReadingLists lists, CancellationToken cancellation) => lists.RemoveAsync(name, cancellation));
    }
}

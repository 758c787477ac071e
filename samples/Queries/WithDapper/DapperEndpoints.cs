namespace Queries.WithDapper;

/// <summary>What is found with Dapper.</summary>
public static class DapperEndpoints
{
    public static void MapDapper(this IEndpointRouteBuilder routes)
    {
        var dapper = routes.MapGroup("/dapper");
        dapper.MapGet("/loans/of-member", (string member, LoanStore loans) => loans.OfMember(member));
        dapper.MapGet("/loans/open", (string member, LoanStore loans) => loans.OpenAsync(member, 1));
        dapper.MapGet("/loans/between", (string first, string last, LoanStore loans) => loans.Between(first, last));
        dapper.MapGet("/loans/cancellable", (string member, LoanStore loans, CancellationToken cancellation) => loans.CancellableAsync(member, cancellation));
        dapper.MapGet("/loans/borrowed", (string member, LoanStore loans) => loans.Borrowed(member));
        dapper.MapGet("/books/found", ([AsParameters] BookFilter filter, LoanStore loans) => loans.Found(filter));
        dapper.MapGet("/books/first", (string title, LoanStore loans) => loans.First(title));
        dapper.MapGet("/books/count", (string author, LoanStore loans) => loans.Count(author));
        dapper.MapGet("/books/by-shelves", (string[] shelf, LoanStore loans) => loans.ByShelves(shelf));
        dapper.MapGet("/books/in", (string author, string order, LoanStore loans) => loans.In(author, order));
        dapper.MapGet("/books/without", (string[] author, LoanStore loans) => loans.Without([.. author]));
        dapper.MapGet("/books/sorted", (string? sort, string? direction, LoanStore loans) => loans.Sorted(sort, direction));
        dapper.MapGet("/books/overview", (string author, LoanStore loans) => loans.Overview(author));
        dapper.MapGet("/searches/{id}/author", (int id, SavedSearches searches) => searches.ByAuthor(id));
        dapper.MapGet("/searches/{id}/sorted", (int id, SavedSearches searches) => searches.Sorted(id));
        dapper.MapGet("/searches/{id}/authors", (int id, SavedSearches searches) => searches.ByAuthors(id));
        dapper.MapGet("/searches/{id}/count", (int id, SavedSearches searches) => searches.Count(id));
        dapper.MapGet("/names", (string table, LoanStore loans) => loans.Names(table));
    }
}

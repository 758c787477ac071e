// A bound property of a Razor page is put into the statement by a handler.
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Shop.Web.Pages;

public class SearchModel(SqliteConnection connection) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Term { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public int PageSize { get; set; } = 20;

    public List<string> Titles { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var sql = $"SELECT Title FROM Articles WHERE Title LIKE '%{Term}%' LIMIT {PageSize}";
        Titles = (await connection.QueryAsync<string>(sql)).AsList(); // reported
    }
}
//// good twin
// The handler binds the text property and embeds the number.
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Shop.Web.Pages;

public class SearchModel(SqliteConnection connection) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Term { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public int PageSize { get; set; } = 20;

    public List<string> Titles { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var sql = $"SELECT Title FROM Articles WHERE Title LIKE @pattern LIMIT {PageSize}";
        Titles = (await connection.QueryAsync<string>(sql, new { pattern = "%" + Term + "%" })).AsList();
    }
}

// A page handler gets the value back from four calls, the last of which reads a bound property.
using Microsoft.AspNetCore.Mvc.RazorPages;

public class SearchModel(SqliteConnection connection) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Term { get; set; } = "";

    public IList<string> Titles { get; private set; } = [];

    public void OnGet()
    {
        var pattern = Pattern();
        Titles = connection.Query<string>("SELECT Title FROM Articles WHERE Title LIKE '" + pattern + "'").ToList(); // reported
    }

    private string Pattern() => "%" + Cleaned() + "%";

    private string Cleaned()
    {
        var wanted = Wanted();
        return wanted.Replace("%", "");
    }

    private string Wanted() => Read() ?? "news";

    private string? Read() => Term.Length == 0 ? null : Term;
}
//// good twin
// The last of the calls returns a constant where the bound property has a value.
using Microsoft.AspNetCore.Mvc.RazorPages;

public class SearchModel(SqliteConnection connection) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Term { get; set; } = "";

    public IList<string> Titles { get; private set; } = [];

    public void OnGet()
    {
        var pattern = Pattern();
        Titles = connection.Query<string>("SELECT Title FROM Articles WHERE Title LIKE '" + pattern + "'").ToList();
    }

    private string Pattern() => "%" + Cleaned() + "%";

    private string Cleaned()
    {
        var wanted = Wanted();
        return wanted.Replace("%", "");
    }

    private string Wanted() => Read() ?? "news";

    private string? Read() => Term.Length == 0 ? null : "sport";
}

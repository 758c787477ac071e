// A static abstract member of the type argument names the column that goes into the text.
using Microsoft.AspNetCore.Http;

public interface IView
{
    static abstract string Order(HttpRequest request);
}

public sealed class GridView : IView
{
    public static string Order(HttpRequest request) => request.Query["order"].ToString();
}

public sealed class CardView : IView
{
    public static string Order(HttpRequest request) => request.Query.Count > 1 ? "Title" : "Id";
}

public class ViewsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("views")]
    public IActionResult Show() => Ok(Load<GridView>());

    private IEnumerable<dynamic> Load<TView>()
        where TView : IView
    {
        return connection.Query("SELECT * FROM Views ORDER BY " + TView.Order(Request)); // reported
    }
}
//// good twin
// The static abstract member of the type argument yields one of two constants.
using Microsoft.AspNetCore.Http;

public interface IView
{
    static abstract string Order(HttpRequest request);
}

public sealed class GridView : IView
{
    public static string Order(HttpRequest request) => request.Query["order"].ToString();
}

public sealed class CardView : IView
{
    public static string Order(HttpRequest request) => request.Query.Count > 1 ? "Title" : "Id";
}

public class ViewsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("views")]
    public IActionResult Show() => Ok(Load<CardView>());

    private IEnumerable<dynamic> Load<TView>()
        where TView : IView
    {
        return connection.Query("SELECT * FROM Views ORDER BY " + TView.Order(Request));
    }
}

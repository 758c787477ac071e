// A named argument brings what the caller sends to a parameter that usually has its default.
public class Pages(SqliteConnection connection)
{
    public IEnumerable<string> Load(string section, string order = "Title", int size = 20) =>
        connection.Query<string>("SELECT Title FROM Pages WHERE Section = @section ORDER BY " + order + " LIMIT " + size, new { section }); // reported
}

public class PagesController(Pages pages) : ControllerBase
{
    [HttpGet("pages")]
    public IEnumerable<string> List(string section, string order) => pages.Load(size: 50, order: order, section: section);
}
//// good twin
// The parameter that becomes text keeps its default in every call.
public class Pages(SqliteConnection connection)
{
    public IEnumerable<string> Load(string section, string order = "Title", int size = 20) =>
        connection.Query<string>("SELECT Title FROM Pages WHERE Section = @section ORDER BY " + order + " LIMIT " + size, new { section });
}

public class PagesController(Pages pages) : ControllerBase
{
    [HttpGet("pages")]
    public IEnumerable<string> List(string section, string order) => pages.Load(size: order.Length, section: section);
}

// The abstract method that a base class calls is implemented with text.
public abstract class Listing(SqliteConnection connection)
{
    public IEnumerable<string> Load(string filter)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT Title FROM Media WHERE " + Condition(filter); // reported
        command.Parameters.AddWithValue("$filter", filter);
        using var reader = command.ExecuteReader();
        var titles = new List<string>();
        while (reader.Read())
            titles.Add(reader.GetString(0));
        return titles;
    }

    protected abstract string Condition(string filter);
}

public sealed class FilmListing(SqliteConnection connection) : Listing(connection)
{
    protected override string Condition(string filter) => "Kind = 'film' AND Genre = '" + filter + "'";
}

public class FilmsController(FilmListing films) : ControllerBase
{
    [HttpGet("films")]
    public IEnumerable<string> List(string genre) => films.Load(genre);
}
//// good twin
// The abstract method that a base class calls is implemented with a placeholder.
public abstract class Listing(SqliteConnection connection)
{
    public IEnumerable<string> Load(string filter)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT Title FROM Media WHERE " + Condition(filter);
        command.Parameters.AddWithValue("$filter", filter);
        using var reader = command.ExecuteReader();
        var titles = new List<string>();
        while (reader.Read())
            titles.Add(reader.GetString(0));
        return titles;
    }

    protected abstract string Condition(string filter);
}

public sealed class FilmListing(SqliteConnection connection) : Listing(connection)
{
    protected override string Condition(string filter) => "Kind = 'film' AND Genre = $filter";
}

public class FilmsController(FilmListing films) : ControllerBase
{
    [HttpGet("films")]
    public IEnumerable<string> List(string genre) => films.Load(genre);
}

// Two actions call one method, and one of them passes what the caller sends.
public class News(SqliteConnection connection)
{
    public IEnumerable<string> In(string language, int count)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT Title FROM News WHERE Language = '" + language + "' LIMIT " + count; // reported
        using var reader = command.ExecuteReader();
        while (reader.Read())
            yield return reader.GetString(0);
    }
}

public class NewsController(News news) : ControllerBase
{
    [HttpGet("news")]
    public IEnumerable<string> Default(int count) => news.In("de", count);

    [HttpGet("news/{language}")]
    public IEnumerable<string> Other(string language) => news.In(language, 10);
}
//// good twin
// Two actions call one method, each with a constant.
public class News(SqliteConnection connection)
{
    public IEnumerable<string> In(string language, int count)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT Title FROM News WHERE Language = '" + language + "' LIMIT " + count;
        using var reader = command.ExecuteReader();
        while (reader.Read())
            yield return reader.GetString(0);
    }
}

public class NewsController(News news) : ControllerBase
{
    [HttpGet("news")]
    public IEnumerable<string> Default(int count) => news.In("de", count);

    [HttpGet("news/{language}")]
    public IEnumerable<string> Other(string language) => news.In(language == "fr" ? "fr" : "it", 10);
}

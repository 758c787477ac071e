// A mapper turns the request into a criteria object, and the text of it is composed.
namespace Shop.Mapping;

public sealed class SearchRequest
{
    public string? Text { get; set; }

    public int? Year { get; set; }
}

public sealed class Criteria
{
    public required string Title { get; init; }

    public required int Year { get; init; }
}

public static class SearchMapper
{
    public static Criteria ToCriteria(this SearchRequest request) => new()
    {
        Title = request.Text?.Trim() ?? string.Empty,
        Year = request.Year ?? DateTime.UtcNow.Year,
    };
}

public class FilmsController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("films/search")]
    public IActionResult Search([FromBody] SearchRequest request)
    {
        var criteria = request.ToCriteria();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT Id FROM Films WHERE Title = '" + criteria.Title + "'"; // reported
        return Ok(command.ExecuteScalar());
    }
}
//// good twin
// What is composed of the criteria is a number.
namespace Shop.Mapping;

public sealed class SearchRequest
{
    public string? Text { get; set; }

    public int? Year { get; set; }
}

public sealed class Criteria
{
    public required string Title { get; init; }

    public required int Year { get; init; }
}

public static class SearchMapper
{
    public static Criteria ToCriteria(this SearchRequest request) => new()
    {
        Title = request.Text?.Trim() ?? string.Empty,
        Year = request.Year ?? DateTime.UtcNow.Year,
    };
}

public class FilmsController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("films/search")]
    public IActionResult Search([FromBody] SearchRequest request)
    {
        var criteria = request.ToCriteria();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT Id FROM Films WHERE Year = " + criteria.Year;
        return Ok(command.ExecuteScalar());
    }
}

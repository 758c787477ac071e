// An injected validator checks one member of the request and the store composes another.
public interface IValidator<in T>
{
    bool IsValid(T value);
}

public sealed record ExportRequest(string Table, string Format);

public sealed class ExportValidator : IValidator<ExportRequest>
{
    public bool IsValid(ExportRequest request) => request.Format is "csv" or "json";
}

public class ExportController(IValidator<ExportRequest> validator, SqliteConnection connection) : ControllerBase
{
    [HttpPost("export")]
    public IActionResult Export([FromBody] ExportRequest request)
    {
        if (!validator.IsValid(request))
            return BadRequest();
        return Ok(connection.Query("SELECT * FROM " + request.Table)); // reported
    }
}
//// good twin
// The injected validator compares the member that is composed with constants.
public interface IValidator<in T>
{
    bool IsValid(T value);
}

public sealed record ExportRequest(string Table, string Format);

public sealed class ExportValidator : IValidator<ExportRequest>
{
    public bool IsValid(ExportRequest request) => request.Table is "Sales" or "Costs";
}

public class ExportController(IValidator<ExportRequest> validator, SqliteConnection connection) : ControllerBase
{
    [HttpPost("export")]
    public IActionResult Export([FromBody] ExportRequest request)
    {
        if (!validator.IsValid(request))
            return BadRequest();
        return Ok(connection.Query("SELECT * FROM " + request.Table));
    }
}

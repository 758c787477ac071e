// A validator returns an object; its flag is tested, but it says nothing of the text that is composed.
namespace Shop.Validation;

public sealed record ExportRequest(string Table, string Format);

public sealed class ValidationResult
{
    public List<string> Errors { get; } = [];

    public bool IsValid => Errors.Count == 0;
}

public sealed class ExportRequestValidator
{
    public ValidationResult Validate(ExportRequest request)
    {
        var result = new ValidationResult();
        if (request.Format is not ("csv" or "json"))
            result.Errors.Add("format");
        return result;
    }
}

public class ExportController(ExportRequestValidator validator, SqliteConnection connection) : ControllerBase
{
    [HttpPost("exports")]
    public IActionResult Post([FromBody] ExportRequest request)
    {
        var result = validator.Validate(request);
        if (!result.IsValid)
            return BadRequest(result.Errors);
        return Ok(connection.Query("SELECT * FROM " + request.Table)); // reported
    }
}
//// good twin
// The object is valid only where the text is one of constants.
namespace Shop.Validation;

public sealed record ExportRequest(string Table, string Format);

public sealed class ValidationResult
{
    public List<string> Errors { get; } = [];

    public bool IsValid => Errors.Count == 0;
}

public sealed class ExportRequestValidator
{
    public ValidationResult Validate(ExportRequest request)
    {
        var result = new ValidationResult();
        if (request.Table is not ("Sales" or "Costs"))
            result.Errors.Add("table");
        return result;
    }
}

public class ExportController(ExportRequestValidator validator, SqliteConnection connection) : ControllerBase
{
    [HttpPost("exports")]
    public IActionResult Post([FromBody] ExportRequest request)
    {
        var result = validator.Validate(request);
        if (!result.IsValid)
            return BadRequest(result.Errors);
        return Ok(connection.Query("SELECT * FROM " + request.Table));
    }
}

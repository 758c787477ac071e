// A field of the request's form is put into the statement.
namespace Shop.Forms;

public class FormsController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("forms")]
    public async Task<IActionResult> Post(CancellationToken cancellationToken)
    {
        var form = await Request.ReadFormAsync(cancellationToken);
        string? subject = form["subject"];
        await using var command = connection.CreateCommand();
        command.CommandText = "INSERT INTO Mails (Subject) VALUES ('" + subject + "')"; // reported
        return Ok(await command.ExecuteNonQueryAsync(cancellationToken));
    }
}
//// good twin
// The field is bound as a value.
namespace Shop.Forms;

public class FormsController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("forms")]
    public async Task<IActionResult> Post(CancellationToken cancellationToken)
    {
        var form = await Request.ReadFormAsync(cancellationToken);
        string? subject = form["subject"];
        await using var command = connection.CreateCommand();
        command.CommandText = "INSERT INTO Mails (Subject) VALUES ($subject)";
        command.Parameters.AddWithValue("$subject", subject);
        return Ok(await command.ExecuteNonQueryAsync(cancellationToken));
    }
}

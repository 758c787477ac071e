// A property of an own object collects parts by compound assignment.
public sealed class Statement
{
    public string Text { get; set; } = "SELECT Id FROM Invoices WHERE Paid = 0";
}

public class InvoicesController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("invoices/open")]
    public IActionResult Open()
    {
        var statement = new Statement();
        var audit = new Statement();
        statement.Text += " AND Country = '" + Request.Query["country"] + "'";
        audit.Text += " AND Overdue = 1";
        using var command = new SqliteCommand(statement.Text, connection); // reported
        return Ok(command.ExecuteScalar());
    }
}
//// good twin
// The part that the caller sends is added to the other object, which is only shown.
public sealed class Statement
{
    public string Text { get; set; } = "SELECT Id FROM Invoices WHERE Paid = 0";
}

public class InvoicesController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("invoices/open")]
    public IActionResult Open()
    {
        var statement = new Statement();
        var audit = new Statement();
        statement.Text += " AND Country = '" + Request.Query["country"] + "'";
        audit.Text += " AND Overdue = 1";
        using var command = new SqliteCommand(audit.Text, connection);
        return Ok(new { statement.Text, id = command.ExecuteScalar() });
    }
}

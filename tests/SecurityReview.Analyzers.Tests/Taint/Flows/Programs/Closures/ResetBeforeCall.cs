// The captured variable still holds the caller's text when the lambda runs.
namespace Shop.Invoices;

public class InvoicesController(SqliteConnection connection) : ControllerBase
{
    [HttpDelete("invoices")]
    public IActionResult Delete(string number)
    {
        var key = number;
        Action remove = () =>
        {
            using var command = connection.CreateCommand();
            command.CommandText = "DELETE FROM Invoices WHERE Number = '" + key + "'"; // reported
            command.ExecuteNonQuery();
        };
        if (number.Length > 20)
        {
            key = "";
        }

        remove();
        return NoContent();
    }
}
//// good twin
// The captured variable is overwritten on every way before the lambda runs.
namespace Shop.Invoices;

public class InvoicesController(SqliteConnection connection) : ControllerBase
{
    [HttpDelete("invoices")]
    public IActionResult Delete(string number)
    {
        var key = number;
        Action remove = () =>
        {
            using var command = connection.CreateCommand();
            command.CommandText = "DELETE FROM Invoices WHERE Number = '" + key + "'";
            command.ExecuteNonQuery();
        };
        key = number.Length > 20 ? "" : "draft";

        remove();
        return NoContent();
    }
}

// Within checked and unchecked the text is used beside a sum.
namespace Shop.Sums;

public class SumsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("sums")]
    public IActionResult Get(string account, int first, int second)
    {
        string sql;
        checked
        {
            var sum = first + second;
            sql = "SELECT Id FROM Accounts WHERE Balance > " + sum + " AND Number = '" + account + "'";
        }

        return Ok(connection.Query<int>(sql)); // reported
    }
}
//// good twin
// The characters of the text are added up; only their sum is put into the statement.
namespace Shop.Sums;

public class SumsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("sums")]
    public IActionResult Get(string account, int first, int second)
    {
        string sql;
        checked
        {
            var sum = first + second;
            foreach (var digit in account)
            {
                sum += digit;
            }

            sql = "SELECT Id FROM Accounts WHERE Balance > " + sum;
        }

        return Ok(connection.Query<int>(sql));
    }
}

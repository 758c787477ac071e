// Two variables stand for one builder.
using System.Text;

namespace Shop.Sharing;

public class SharingController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("sharing")]
    public IActionResult Get(string owner)
    {
        var sql = new StringBuilder("SELECT Id FROM Files WHERE 1 = 1");
        var copy = sql;
        copy.Append(" AND Owner = '").Append(owner).Append('\'');
        return Ok(connection.Query<int>(sql.ToString())); // reported
    }
}
//// good twin
// The second variable stands for a builder of its own with the same beginning.
using System.Text;

namespace Shop.Sharing;

public class SharingController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("sharing")]
    public IActionResult Get(string owner)
    {
        var sql = new StringBuilder("SELECT Id FROM Files WHERE 1 = 1");
        var copy = new StringBuilder(sql.ToString());
        copy.Append(" AND Owner = '").Append(owner).Append('\'');
        return Ok(new { copy.Length, ids = connection.Query<int>(sql.ToString()) });
    }
}

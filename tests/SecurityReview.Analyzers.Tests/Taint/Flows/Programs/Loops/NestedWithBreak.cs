// The inner loop leaves what the caller sends in a local that the outer loop uses.
public class GridController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("grid")]
    public IActionResult Fill([FromBody] Dictionary<string, string[]> rows)
    {
        var inserted = 0;
        foreach (var row in rows.Values)
        {
            var cell = "''";
            var skipped = "''";
            foreach (var text in row)
            {
                if (text.Length == 0)
                    continue;
                cell = "'" + text + "'";
                break;
            }

            using var command = new SqliteCommand("INSERT INTO Grid VALUES (" + cell + ")", connection); // reported
            inserted += skipped == cell ? 0 : command.ExecuteNonQuery();
        }

        return Ok(inserted);
    }
}
//// good twin
// The inner loop leaves what the caller sends in the other local.
public class GridController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("grid")]
    public IActionResult Fill([FromBody] Dictionary<string, string[]> rows)
    {
        var inserted = 0;
        foreach (var row in rows.Values)
        {
            var cell = "''";
            var skipped = "''";
            foreach (var text in row)
            {
                if (text.Length == 0)
                    continue;
                skipped = "'" + text + "'";
                break;
            }

            using var command = new SqliteCommand("INSERT INTO Grid VALUES (" + cell + ")", connection);
            inserted += skipped == cell ? 0 : command.ExecuteNonQuery();
        }

        return Ok(inserted);
    }
}

// What the caller sends needs three rounds through the locals to reach the one in the text.
public class RoundsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("rounds")]
    public IActionResult Run(string label, int rounds)
    {
        string a = "a", b = "b", c = "c", d = "d";
        for (var i = 0; i < rounds; i++)
        {
            a = b;
            b = c;
            c = label;
            d = a;
        }

        return Ok(new { d, rows = connection.Query<int>("SELECT Id FROM Rounds WHERE Label = '" + a + "'") }); // reported
    }
}
//// good twin
// What the caller sends never reaches the local in the text, however many rounds are run.
public class RoundsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("rounds")]
    public IActionResult Run(string label, int rounds)
    {
        string a = "a", b = "b", c = "c", d = "d";
        for (var i = 0; i < rounds; i++)
        {
            a = b;
            b = c;
            d = label;
            c = "z";
        }

        return Ok(new { d, rows = connection.Query<int>("SELECT Id FROM Rounds WHERE Label = '" + a + "'") });
    }
}

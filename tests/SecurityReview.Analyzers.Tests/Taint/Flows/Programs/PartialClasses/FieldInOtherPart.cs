// One part of the class sets the field, the other part makes the text.
public partial class ArchiveController(SqliteConnection connection) : ControllerBase
{
    private string _year = "2020";
    private string _label = "";

    [HttpGet("archive/{year}")]
    public IActionResult Show(string year)
    {
        Choose(year);
        return Ok(new { _label, rows = Load() });
    }

    private partial IEnumerable<dynamic> Load();
}
//// file
public partial class ArchiveController
{
    private void Choose(string year) => _year = year;

    private partial IEnumerable<dynamic> Load()
    {
        return connection.Query("SELECT * FROM Archive" + _year); // reported
    }
}
//// good twin
// The other field is set; the one in the text keeps its constant.
public partial class ArchiveController(SqliteConnection connection) : ControllerBase
{
    private string _year = "2020";
    private string _label = "";

    [HttpGet("archive/{year}")]
    public IActionResult Show(string year)
    {
        Choose(year);
        return Ok(new { _label, rows = Load() });
    }

    private partial IEnumerable<dynamic> Load();
}
//// file
public partial class ArchiveController
{
    private void Choose(string year) => _label = year;

    private partial IEnumerable<dynamic> Load()
    {
        return connection.Query("SELECT * FROM Archive" + _year);
    }
}

// The setter of a property stores what it is given after a change of form.
public class Sorting
{
    private string _column = "Name";
    private string _hint = "";

    public string Column
    {
        get => _column;
        set
        {
            _hint = value.Trim();
            _column = _hint.ToLowerInvariant();
        }
    }

    public string Hint => _hint;
}

public class PeopleController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("people")]
    public IActionResult List(string sort)
    {
        var sorting = new Sorting { Column = sort };
        return Ok(connection.Query("SELECT * FROM People ORDER BY " + sorting.Column)); // reported
    }
}
//// good twin
// The setter of a property stores one of two constants, whatever it is given.
public class Sorting
{
    private string _column = "Name";
    private string _hint = "";

    public string Column
    {
        get => _column;
        set
        {
            _hint = value.Trim();
            _column = _hint.Length > 4 ? "Birthday" : "Name";
        }
    }

    public string Hint => _hint;
}

public class PeopleController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("people")]
    public IActionResult List(string sort)
    {
        var sorting = new Sorting { Column = sort };
        return Ok(connection.Query("SELECT * FROM People ORDER BY " + sorting.Column));
    }
}

// A FormattableString keeps the text apart until Invariant makes one text of it.
namespace Shop.Formattable;

public class FormattableController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("formattable")]
    public IActionResult Get(string name, double weight)
    {
        FormattableString text = $"SELECT Id FROM Parcels WHERE Weight > {weight} AND Name = '{name}'";
        var sql = FormattableString.Invariant(text);
        return Ok(connection.Query<int>(sql)); // reported
    }
}
//// good twin
// Each argument of the FormattableString becomes a bound value; only its format is used as text.
namespace Shop.Formattable;

public class FormattableController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("formattable")]
    public IActionResult Get(string name, double weight)
    {
        FormattableString text = $"SELECT Id FROM Parcels WHERE Weight > {weight} AND Name = {name}";
        var values = new DynamicParameters();
        for (var i = 0; i < text.ArgumentCount; i++)
        {
            values.Add("p" + i, text.GetArgument(i));
        }

        var sql = text.Format.Replace("{", "@p").Replace("}", "");
        return Ok(connection.Query<int>(sql, values));
    }
}

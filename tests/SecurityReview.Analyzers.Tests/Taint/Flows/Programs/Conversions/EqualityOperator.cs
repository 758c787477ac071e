// The text is compared with a constant and used on the branch where it is not equal.
namespace Shop.Plans;

public readonly struct PlanName(string text)
{
    public string Text { get; } = text;

    public static bool operator ==(PlanName left, PlanName right) => left.Text == right.Text;

    public static bool operator !=(PlanName left, PlanName right) => !(left == right);

    public override bool Equals(object? obj) => obj is PlanName other && this == other;

    public override int GetHashCode() => Text.GetHashCode();
}

public class PlansController(SqliteConnection connection) : ControllerBase
{
    private static readonly PlanName s_free = new("free");

    [HttpGet("plans")]
    public IActionResult Get(string plan)
    {
        var asked = new PlanName(plan);
        if (asked == s_free)
        {
            return NoContent();
        }

        var sql = "SELECT Id FROM Plans WHERE Name = '" + asked.Text + "'";
        return Ok(connection.Query<int>(sql)); // reported
    }
}
//// good twin
// The comparison decides; the statement uses the constant that was compared with.
namespace Shop.Plans;

public readonly struct PlanName(string text)
{
    public string Text { get; } = text;

    public static bool operator ==(PlanName left, PlanName right) => left.Text == right.Text;

    public static bool operator !=(PlanName left, PlanName right) => !(left == right);

    public override bool Equals(object? obj) => obj is PlanName other && this == other;

    public override int GetHashCode() => Text.GetHashCode();
}

public class PlansController(SqliteConnection connection) : ControllerBase
{
    private static readonly PlanName s_free = new("free");

    [HttpGet("plans")]
    public IActionResult Get(string plan)
    {
        var asked = new PlanName(plan);
        if (asked == s_free)
        {
            return NoContent();
        }

        var sql = "SELECT Id FROM Plans WHERE Name = '" + s_free.Text + "'";
        return Ok(connection.Query<int>(sql));
    }
}

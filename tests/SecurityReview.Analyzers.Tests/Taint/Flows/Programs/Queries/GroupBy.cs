// GroupBy: the key of the group is made of the caller's text, the elements too.
namespace Shop.Grouping;

public record Vote(string Candidate, int Weight);

public class VotesController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("votes")]
    public IActionResult Post([FromBody] IReadOnlyList<Vote> votes)
    {
        foreach (var group in votes.GroupBy(vote => vote.Candidate))
        {
            var sum = group.Sum(vote => vote.Weight);
            connection.Execute($"UPDATE Votes SET Count = Count + {sum} WHERE Candidate = '{group.Key}'"); // reported
        }

        return Ok();
    }
}
//// good twin
// The key of the group is a number.
namespace Shop.Grouping;

public record Vote(string Candidate, int Weight);

public class VotesController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("votes")]
    public IActionResult Post([FromBody] IReadOnlyList<Vote> votes)
    {
        foreach (var group in votes.GroupBy(vote => vote.Candidate.Length))
        {
            var sum = group.Sum(vote => vote.Weight);
            connection.Execute($"UPDATE Votes SET Count = Count + {sum} WHERE Candidate = '{group.Key}'");
        }

        return Ok();
    }
}

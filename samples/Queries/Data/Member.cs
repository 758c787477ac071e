namespace Queries.Data;

public class Member
{
    public int Id { get; set; }

    public string Name { get; set; } = "";

    public string Mail { get; set; } = "";

    public string? Note { get; set; }
}

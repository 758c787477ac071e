namespace Queries.Data;

public class Loan
{
    public int Id { get; set; }

    public int BookId { get; set; }

    public string Member { get; set; } = "";

    public string Due { get; set; } = "";
}

// An own exception is made with the text of another one, which the action answers.
public sealed class TransferException(string publicText, string technical) : Exception(publicText)
{
    public string PublicText { get; } = publicText;

    public string Technical { get; } = technical;
}

public class TransferService(SqliteConnection connection)
{
    public void Transfer(decimal amount)
    {
        try
        {
            connection.Execute("INSERT INTO Transfers (Amount) VALUES (@amount)", new { amount });
        }
        catch (SqliteException cause)
        {
            throw new TransferException("The transfer was refused.", cause.ToString());
        }
    }
}

public class TransfersController(TransferService transfers) : ControllerBase
{
    [HttpPost("transfers")]
    public IActionResult Post(decimal amount)
    {
        try
        {
            transfers.Transfer(amount);
            return Accepted();
        }
        catch (TransferException refused)
        {
            return Conflict(new { text = refused.Technical }); // reported
        }
    }
}
//// good twin
// The action answers with the text that is meant for the public.
public sealed class TransferException(string publicText, string technical) : Exception(publicText)
{
    public string PublicText { get; } = publicText;

    public string Technical { get; } = technical;
}

public class TransferService(SqliteConnection connection)
{
    public void Transfer(decimal amount)
    {
        try
        {
            connection.Execute("INSERT INTO Transfers (Amount) VALUES (@amount)", new { amount });
        }
        catch (SqliteException cause)
        {
            throw new TransferException("The transfer was refused.", cause.ToString());
        }
    }
}

public class TransfersController(TransferService transfers) : ControllerBase
{
    [HttpPost("transfers")]
    public IActionResult Post(decimal amount)
    {
        try
        {
            transfers.Transfer(amount);
            return Accepted();
        }
        catch (TransferException refused)
        {
            return Conflict(new { text = refused.PublicText });
        }
    }
}

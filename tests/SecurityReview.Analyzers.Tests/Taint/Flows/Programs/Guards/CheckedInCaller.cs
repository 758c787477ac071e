// The caller checks one of the two values that it passes, and the callee composes both.
public class LedgerStore(SqliteConnection connection)
{
    public IEnumerable<dynamic> Load(string book, string period)
    {
        var sql = "SELECT * FROM " + book + " WHERE Period = '" + period + "'";
        return connection.Query(sql); // reported
    }
}

public class LedgerController(LedgerStore store) : ControllerBase
{
    [HttpGet("ledger/{book}")]
    public IActionResult Load(string book, string period)
    {
        if (book is not ("Income" or "Spending"))
            return NotFound();
        return Ok(store.Load(book, period));
    }
}
//// good twin
// The caller checks both values that it passes.
public class LedgerStore(SqliteConnection connection)
{
    public IEnumerable<dynamic> Load(string book, string period)
    {
        var sql = "SELECT * FROM " + book + " WHERE Period = '" + period + "'";
        return connection.Query(sql);
    }
}

public class LedgerController(LedgerStore store) : ControllerBase
{
    [HttpGet("ledger/{book}")]
    public IActionResult Load(string book, string period)
    {
        if (book is not ("Income" or "Spending") || period is not ("year" or "month"))
            return NotFound();
        return Ok(store.Load(book, period));
    }
}

// Of two look-ups in one action, the second uses what the first should have bound.
public class DocumentsController(DbConnection connection) : ControllerBase
{
    [HttpGet("documents")]
    public async Task<IActionResult> Find(string title, string language)
    {
        var safe = language is "de" or "fr" ? language : "en";
        var first = await connection.QueryAsync<int>("SELECT Id FROM Documents WHERE Language = '" + safe + "'");
        var second = await connection.QueryAsync<int>("SELECT Id FROM Documents WHERE Language = '" + language + "'"); // reported
        return Ok(first.Concat(second).Append(title.Length));
    }
}
//// good twin
// Both look-ups use the value that was compared with constants.
public class DocumentsController(DbConnection connection) : ControllerBase
{
    [HttpGet("documents")]
    public async Task<IActionResult> Find(string title, string language)
    {
        var safe = language is "de" or "fr" ? language : "en";
        var first = await connection.QueryAsync<int>("SELECT Id FROM Documents WHERE Language = '" + safe + "'");
        var second = await connection.QueryAsync<int>("SELECT Id FROM Documents WHERE Language <> '" + safe + "'");
        return Ok(first.Concat(second).Append(title.Length));
    }
}

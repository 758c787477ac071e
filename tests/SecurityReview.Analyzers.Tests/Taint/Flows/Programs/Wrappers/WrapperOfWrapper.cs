// Two methods hand the text on, and the finding stands where it is composed.
public class Db(SqliteConnection connection)
{
    public T? First<T>(string sql, object? arguments = null) => Run(c => c.QueryFirstOrDefault<T>(sql, arguments));

    private T Run<T>(Func<SqliteConnection, T> work) => work(connection);
}

public abstract class Store(Db db)
{
    protected long? Id(string query)
    {
        var text = query;
        return db.First<long?>(text);
    }

    protected long? Id(string query, object arguments) => db.First<long?>(query, arguments);
}

public sealed class AccountStore(Db db) : Store(db)
{
    public long? Find(string mail)
    {
        return Id("SELECT Id FROM Accounts WHERE Mail = '" + mail + "'"); // reported
    }
}

public class AccountsController(AccountStore store) : ControllerBase
{
    [HttpGet("accounts")]
    public IActionResult Find(string mail) => Ok(store.Find(mail));
}
//// good twin
// Two methods hand on a constant text and the value that is bound.
public class Db(SqliteConnection connection)
{
    public T? First<T>(string sql, object? arguments = null) => Run(c => c.QueryFirstOrDefault<T>(sql, arguments));

    private T Run<T>(Func<SqliteConnection, T> work) => work(connection);
}

public abstract class Store(Db db)
{
    protected long? Id(string query)
    {
        var text = query;
        return db.First<long?>(text);
    }

    protected long? Id(string query, object arguments) => db.First<long?>(query, arguments);
}

public sealed class AccountStore(Db db) : Store(db)
{
    public long? Find(string mail)
    {
        return Id("SELECT Id FROM Accounts WHERE Mail = @mail", new { mail });
    }
}

public class AccountsController(AccountStore store) : ControllerBase
{
    [HttpGet("accounts")]
    public IActionResult Find(string mail) => Ok(store.Find(mail));
}

// An exception with what the caller sends is caught, thrown on, and used one level further up.
public sealed class KeyTakenException(string key) : Exception
{
    public string Key => key;
}

public class KeyStore
{
    private readonly HashSet<string> _taken = [];

    public void Take(string key)
    {
        if (!_taken.Add(key))
            throw new KeyTakenException(key);
    }

    public void TakeTwice(string key)
    {
        try
        {
            Take(key);
            Take("second");
        }
        catch (KeyTakenException)
        {
            Console.Error.WriteLine("A key is taken.");
            throw;
        }
    }
}

public class KeysController(KeyStore keys, SqliteConnection connection) : ControllerBase
{
    [HttpPost("keys")]
    public IActionResult Take(string key)
    {
        try
        {
            keys.TakeTwice(key);
            return Ok();
        }
        catch (KeyTakenException taken)
        {
            return Conflict(connection.Query<string>($"SELECT Owner FROM Keys WHERE Name = '{taken.Key}'")); // reported
        }
    }
}
//// good twin
// The exception is caught, and another one with a constant is thrown on.
public sealed class KeyTakenException(string key) : Exception
{
    public string Key => key;
}

public class KeyStore
{
    private readonly HashSet<string> _taken = [];

    public void Take(string key)
    {
        if (!_taken.Add(key))
            throw new KeyTakenException(key);
    }

    public void TakeTwice(string key)
    {
        try
        {
            Take(key);
            Take("second");
        }
        catch (KeyTakenException)
        {
            Console.Error.WriteLine("A key is taken.");
            throw new KeyTakenException("second");
        }
    }
}

public class KeysController(KeyStore keys, SqliteConnection connection) : ControllerBase
{
    [HttpPost("keys")]
    public IActionResult Take(string key)
    {
        try
        {
            keys.TakeTwice(key);
            return Ok();
        }
        catch (KeyTakenException taken)
        {
            return Conflict(connection.Query<string>($"SELECT Owner FROM Keys WHERE Name = '{taken.Key}'"));
        }
    }
}

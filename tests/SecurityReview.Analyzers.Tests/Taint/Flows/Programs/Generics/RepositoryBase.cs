// A generic repository composes what its caller gives with the name of the table of its type.
public abstract class Repository<TEntity>(SqliteConnection connection)
{
    protected virtual string Table => typeof(TEntity).Name;

    public IEnumerable<TEntity> All(string order, string filter) =>
        connection.Query<TEntity>($"SELECT * FROM {Table} WHERE Name LIKE @filter ORDER BY {order}", new { filter }); // reported
}

public sealed record Ship(long Id, string Name);

public sealed class ShipRepository(SqliteConnection connection) : Repository<Ship>(connection)
{
    protected override string Table => "Ships";
}

public class ShipsController(ShipRepository ships) : ControllerBase
{
    [HttpGet("ships")]
    public IEnumerable<Ship> List(string order) => ships.All(order, "%");
}
//// good twin
// What the caller sends goes into the parameter that is bound.
public abstract class Repository<TEntity>(SqliteConnection connection)
{
    protected virtual string Table => typeof(TEntity).Name;

    public IEnumerable<TEntity> All(string order, string filter) =>
        connection.Query<TEntity>($"SELECT * FROM {Table} WHERE Name LIKE @filter ORDER BY {order}", new { filter });
}

public sealed record Ship(long Id, string Name);

public sealed class ShipRepository(SqliteConnection connection) : Repository<Ship>(connection)
{
    protected override string Table => "Ships";
}

public class ShipsController(ShipRepository ships) : ControllerBase
{
    [HttpGet("ships")]
    public IEnumerable<Ship> List(string order) => ships.All("Id", order);
}

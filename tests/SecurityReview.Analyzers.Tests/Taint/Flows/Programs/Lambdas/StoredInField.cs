// A lambda stored in a field composes the text when it is called later.
namespace Shop.Stock;

public class StockQueries
{
    private readonly Func<string, string> _condition;

    public StockQueries()
    {
        _condition = warehouse => "Warehouse = '" + warehouse + "'";
    }

    public List<string> Load(SqliteConnection connection, string warehouse)
    {
        var sql = "SELECT Sku FROM Stock WHERE " + _condition(warehouse);
        return connection.Query<string>(sql).AsList(); // reported
    }
}

public class StockController(SqliteConnection connection, StockQueries queries) : ControllerBase
{
    [HttpGet("stock/{warehouse}")]
    public List<string> Get(string warehouse) => queries.Load(connection, warehouse);
}
//// good twin
// The stored lambda looks at the text it is given but answers with a constant.
namespace Shop.Stock;

public class StockQueries
{
    private readonly Func<string, string> _condition;

    public StockQueries()
    {
        _condition = warehouse => warehouse.Length == 0 ? "1 = 1" : "Warehouse = @warehouse";
    }

    public List<string> Load(SqliteConnection connection, string warehouse)
    {
        var sql = "SELECT Sku FROM Stock WHERE " + _condition(warehouse);
        return connection.Query<string>(sql, new { warehouse }).AsList();
    }
}

public class StockController(SqliteConnection connection, StockQueries queries) : ControllerBase
{
    [HttpGet("stock/{warehouse}")]
    public List<string> Get(string warehouse) => queries.Load(connection, warehouse);
}

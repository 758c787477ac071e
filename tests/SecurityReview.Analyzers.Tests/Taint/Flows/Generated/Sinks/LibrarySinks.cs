using System.Collections.Immutable;

namespace SecurityReview.Analyzers.Tests.Taint.Flows.Generated.Sinks;

/// <summary>Libraries that take SQL: Dapper and Entity Framework Core.</summary>
internal static class LibrarySinks
{
    private const string OrderTypes = """
        public sealed class Order
        {
            public int Id { get; set; }

            public string Name { get; set; } = "";
        }

        internal sealed class OrderContext : DbContext
        {
            public DbSet<Order> Orders => Set<Order>();

            protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseSqlite("Data Source=orders.db");
        }
        """;

    public static ImmutableArray<Sink> All { get; } =
    [
        Dapper("DapperQuery",
            """connection.Query<string>("SELECT Id FROM Orders WHERE Name = '" + value + "'"); // reported""",
            """connection.Query<string>("SELECT Id FROM Orders WHERE Name = @value", new { value });"""),
        Dapper("DapperExecute",
            """connection.Execute($"DELETE FROM Orders WHERE Name = '{value}'"); // reported""",
            """connection.Execute("DELETE FROM Orders WHERE Name = @value", new { value });"""),
        Dapper("DapperQueryAsync",
            """
            var sql = "SELECT Id FROM Orders WHERE Name LIKE '" + value + "%'";
            connection.QueryAsync<string>(sql).GetAwaiter().GetResult(); // reported
            """,
            """
            var sql = "SELECT Id FROM Orders WHERE Name LIKE @value";
            connection.QueryAsync<string>(sql, new { value }).GetAwaiter().GetResult();
            """),
        Dapper("DapperCommandDefinition",
            """
            var definition = new CommandDefinition("DELETE FROM Orders WHERE Name = '" + value + "'"); // reported
            connection.Execute(definition);
            """,
            """
            var definition = new CommandDefinition("DELETE FROM Orders WHERE Name = @value", new { value });
            connection.Execute(definition);
            """),
        EntityFramework("FromSqlRaw",
            """var orders = context.Orders.FromSqlRaw("SELECT * FROM Orders WHERE Name = '" + value + "'").ToList(); // reported""",
            """var orders = context.Orders.FromSqlRaw("SELECT * FROM Orders WHERE Name = {0}", value).ToList();"""),
        EntityFramework("ExecuteSqlRaw",
            """context.Database.ExecuteSqlRaw($"DELETE FROM Orders WHERE Name = '{value}'"); // reported""",
            """context.Database.ExecuteSqlRaw("DELETE FROM Orders WHERE Name = {0}", value);"""),
    ];

    private static Sink Dapper(string name, string composed, string parameterised)
    {
        const string Connect = "using var connection = new SqliteConnection(\"Data Source=orders.db\");\n";
        return new(name, Connect + composed, Connect + parameterised);
    }

    private static Sink EntityFramework(string name, string composed, string parameterised)
    {
        const string Connect = "using var context = new OrderContext();\n";
        return new(name, Connect + composed, Connect + parameterised) { Usings = ["Microsoft.EntityFrameworkCore"], Types = OrderTypes };
    }
}

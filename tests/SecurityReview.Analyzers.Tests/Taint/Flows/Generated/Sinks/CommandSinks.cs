using System.Collections.Immutable;

namespace SecurityReview.Analyzers.Tests.Taint.Flows.Generated.Sinks;

/// <summary>Commands of ADO.NET and its providers.</summary>
internal static class CommandSinks
{
    private const string AddParameter = "command.Parameters.AddWithValue(\"@name\", value);";
    private const string Run = "connection.Open();\ncommand.ExecuteNonQuery();";

    public static ImmutableArray<Sink> All { get; } =
    [
        Constructor("Sqlite"),
        Constructor("Npgsql") with { Usings = ["Npgsql"] },
        Constructor("Sql") with { Usings = ["Microsoft.Data.SqlClient"] },
        Constructor("MySql") with { Usings = ["MySqlConnector"] },
        OfConnection("CommandText", "using var connection = new SqliteConnection(\"Data Source=orders.db\");",
            """command.CommandText = $"SELECT * FROM Orders WHERE Name = '{value}'"; // reported"""),
        OfConnection("CommandTextAppended", "using var connection = new SqliteConnection(\"Data Source=orders.db\");", """
            command.CommandText = "SELECT * FROM Orders";
            command.CommandText += " WHERE Name = '" + value + "'"; // reported
            """),
        OfConnection("DbCommand", "using DbConnection connection = new SqliteConnection(\"Data Source=orders.db\");",
            """command.CommandText = string.Format("SELECT * FROM Orders WHERE Name = '{0}'", value); // reported""",
            """
            var parameter = command.CreateParameter();
            parameter.ParameterName = "@name";
            parameter.Value = value;
            command.Parameters.Add(parameter);
            """),
        new("DataAdapter", """
            var orders = new DataTable();
            using var adapter = new SqlDataAdapter("SELECT * FROM Orders WHERE Name = '" + value + "'", "Server=orders"); // reported
            adapter.Fill(orders);
            """, """
            var orders = new DataTable();
            using var adapter = new SqlDataAdapter("SELECT * FROM Orders WHERE Name = @name", "Server=orders");
            adapter.SelectCommand.Parameters.AddWithValue("@name", value);
            adapter.Fill(orders);
            """)
        {
            Usings = ["System.Data", "Microsoft.Data.SqlClient"],
        },
        new("Wrapper", """
            OrderStore.Run("SELECT * FROM Orders WHERE Name = '" + value + "'", value.Length.ToString()); // reported
            """, """
            OrderStore.Run("SELECT * FROM Orders WHERE Name = @name", value);
            """)
        {
            Types = """
                internal static class OrderStore
                {
                    public static void Run(string sql, string name)
                    {
                        using var connection = new SqliteConnection("Data Source=orders.db");
                        using var command = new SqliteCommand(sql, connection);
                        command.Parameters.AddWithValue("@name", name);
                        connection.Open();
                        command.ExecuteNonQuery();
                    }
                }
                """,
        },
    ];

    private static Sink Constructor(string provider) => new(provider + "Constructor", $"""
        using var connection = new {provider}Connection("Database=orders");
        using var command = new {provider}Command("SELECT * FROM Orders WHERE Name = '" + value + "'", connection); // reported
        {Run}
        """, $"""
        using var connection = new {provider}Connection("Database=orders");
        using var command = new {provider}Command("SELECT * FROM Orders WHERE Name = @name", connection);
        {AddParameter}
        {Run}
        """);

    private static Sink OfConnection(string name, string connect, string compose, string parameter = AddParameter) => new(name, $"""
        {connect}
        using var command = connection.CreateCommand();
        {compose}
        {Run}
        """, $"""
        {connect}
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT * FROM Orders WHERE Name = @name";
        {parameter}
        {Run}
        """);
}

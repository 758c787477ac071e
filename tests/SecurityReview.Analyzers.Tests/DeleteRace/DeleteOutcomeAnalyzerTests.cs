using Microsoft.CodeAnalysis.Testing;
using SecurityReview.Analyzers.DeleteRace;
using SecurityReview.Analyzers.Tests.Verifiers;

namespace SecurityReview.Analyzers.Tests.DeleteRace;

/// <summary>Which deletes the rule knows, and which of them are about one row.</summary>
public class DeleteOutcomeAnalyzerTests
{
    private const string IncludeBulk = "security_review.include_bulk = true";

    [Theory]
    [InlineData("await db.Orders.Where(x => x.Id == id).[|ExecuteDeleteAsync|](ct);")]
    [InlineData("db.Orders.Where(x => x.Id == id).[|ExecuteDelete|]();")]
    [InlineData("await db.Orders.Where(x => x.Id == id).[|ExecuteDeleteAsync|](cancellationToken: ct).ConfigureAwait(false);")]
    [InlineData("EntityFrameworkQueryableExtensions.[|ExecuteDelete|](source: db.Orders.Where(x => x.Id == id));")]
    [Clause(RuleIds.DeleteOutcomeIgnored, "ef", Verdict.Reports)]
    public Task ExecuteDelete_Reports(string body) => ReportsAsync(body);

    [Theory]
    [InlineData("await db.Orders.Where(x => x.Id == id).ExecuteUpdateAsync(update => update.SetProperty(x => x.Total, 1), ct);")]
    [InlineData("await db.Orders.Where(x => x.Id == id).LoadAsync(ct);")]
    [InlineData("new Other().ExecuteDelete();")]
    [Clause(RuleIds.DeleteOutcomeIgnored, "ef", Verdict.IsSilent)]
    public Task OtherCall_IsSilent(string body) =>
        Verify<DeleteOutcomeAnalyzer>.IsSilentAsync(DeleteCode.In(body) + "\npublic class Other { public int ExecuteDelete() => 0; }");

    [Fact]
    [Clause(RuleIds.DeleteOutcomeIgnored, "ef", Verdict.Reports)]
    public Task ExecuteDeleteOfVersion8_Reports() =>
        Verify<DeleteOutcomeAnalyzer>.ReportsAsync(
            DeleteCode.In("await db.Orders.Where(x => x.Id == id).[|ExecuteDeleteAsync|](ct);").Replace("using Microsoft.Data.Sqlite;", "using SqliteConnection = System.Data.Common.DbConnection;", StringComparison.Ordinal),
            Setting.Default with { Framework = TestReferences.Net8 });

    [Theory]
    [InlineData("await db.Database.[|ExecuteSqlAsync|]($\"DELETE FROM Orders WHERE Id = {id}\", ct);")]
    [InlineData("db.Database.[|ExecuteSqlRaw|](\"DELETE FROM Orders WHERE Id = {0}\", id);")]
    [InlineData("db.Database.[|ExecuteSqlRaw|](parameters: new object[] { id }, sql: \"DELETE FROM Orders WHERE Id = {0}\");")]
    [InlineData("db.Database.[|ExecuteSqlInterpolated|]($\"delete from orders where {id} = id and Total > 3\");")]
    [InlineData("var sql = \"DELETE FROM Orders\" + \" WHERE Id = {0}\"; await db.Database.[|ExecuteSqlRawAsync|](sql, id);")]
    [Clause(RuleIds.DeleteOutcomeIgnored, "execute-sql", Verdict.Reports)]
    public Task ExecuteSql_Reports(string body) => ReportsAsync(body);

    [Theory]
    [InlineData("await db.Database.ExecuteSqlAsync($\"UPDATE Orders SET Total = 0 WHERE Id = {id}\", ct);")]
    [InlineData("await db.Database.ExecuteSqlAsync($\"DELETE FROM Orders WHERE Id = {id}; DELETE FROM Lines WHERE OrderId = {id}\", ct);")]
    [InlineData("await db.Database.ExecuteSqlRawAsync(\"EXEC DeleteOrder {0}\", id);")]
    [InlineData("await db.Database.ExecuteSqlRawAsync(name);")]
    [Clause(RuleIds.DeleteOutcomeIgnored, "execute-sql", Verdict.IsSilent)]
    public Task OtherSql_IsSilent(string body) => IsSilentAsync(body);

    [Theory]
    [InlineData("await connection.[|ExecuteAsync|](\"DELETE FROM Orders WHERE Id = @id\", new { id });")]
    [InlineData("connection.[|Execute|](param: new { id }, sql: \"DELETE FROM Orders WHERE Id = @id\");")]
    [InlineData("connection.[|Execute|](\"DELETE FROM Orders WHERE Id = @id\", new Dictionary<string, object> { [\"id\"] = id });")]
    [InlineData("await connection.[|ExecuteAsync|](new CommandDefinition(\"DELETE FROM Orders WHERE Id = @id\", new { id }, cancellationToken: ct));")]
    [InlineData("var command = new CommandDefinition(cancellationToken: ct, commandText: \"DELETE FROM Orders WHERE Id = @id\", parameters: new { id }); await connection.[|ExecuteAsync|](command);")]
    [Clause(RuleIds.DeleteOutcomeIgnored, "dapper", Verdict.Reports)]
    public Task Dapper_Reports(string body) => ReportsAsync(body);

    [Theory]
    [InlineData("await connection.ExecuteAsync(\"DELETE FROM Orders WHERE Id = @Id\", new List<Order>());")]
    [InlineData("await connection.ExecuteAsync(new CommandDefinition(\"DELETE FROM Orders WHERE Id = @Id\", new List<Order>()));")]
    [InlineData("await connection.ExecuteAsync(\"INSERT INTO Orders (Id) VALUES (@id)\", new { id });")]
    [InlineData("await connection.QueryAsync(\"DELETE FROM Orders WHERE Id = @id RETURNING Id\", new { id });")]
    [Clause(RuleIds.DeleteOutcomeIgnored, "dapper", Verdict.IsSilent)]
    public Task OtherDapperCall_IsSilent(string body) => IsSilentAsync(body);

    [Theory]
    [InlineData("using var command = connection.CreateCommand(); command.CommandText = \"DELETE FROM Orders WHERE Id = @id\"; command.Parameters.AddWithValue(\"@id\", id); command.[|ExecuteNonQuery|]();")]
    [InlineData("using var command = new SqliteCommand(\"DELETE FROM Orders WHERE Id = @id\", connection); await command.[|ExecuteNonQueryAsync|](ct);")]
    [InlineData("using var command = new SqliteCommand { CommandText = \"DELETE FROM Orders WHERE Id = @id\", Connection = connection }; command.[|ExecuteNonQuery|]();")]
    [InlineData("System.Data.IDbCommand command = connection.CreateCommand(); command.CommandText = \"UPDATE Orders SET Total = 0\"; command.ExecuteNonQuery(); command.CommandText = \"DELETE FROM Orders WHERE Id = 1\"; command.[|ExecuteNonQuery|]();")]
    [InlineData("new SqliteCommand(connection: connection, commandText: \"DELETE FROM Orders WHERE Id = 1\").[|ExecuteNonQuery|]();")]
    [Clause(RuleIds.DeleteOutcomeIgnored, "ado", Verdict.Reports)]
    public Task ExecuteNonQuery_Reports(string body) => ReportsAsync(body);

    [Theory]
    [InlineData("using var command = connection.CreateCommand(); command.CommandText = \"DELETE FROM Orders WHERE Id = 1\"; command.CommandText = \"UPDATE Orders SET Total = 0\"; command.ExecuteNonQuery();")]
    [InlineData("using var command = connection.CreateCommand(); if (id > 1) command.CommandText = \"DELETE FROM Orders WHERE Id = 1\"; else command.CommandText = name; command.ExecuteNonQuery();")]
    [InlineData("using var command = connection.CreateCommand(); command.CommandText = \"DELETE FROM Orders WHERE Id = 1\"; using var other = connection.CreateCommand(); other.ExecuteNonQuery();")]
    [InlineData("using var command = connection.CreateCommand(); command.ExecuteNonQuery(); command.CommandText = \"DELETE FROM Orders WHERE Id = 1\";")]
    [Clause(RuleIds.DeleteOutcomeIgnored, "ado", Verdict.IsSilent)]
    public Task OtherCommand_IsSilent(string body) => IsSilentAsync(body);

    [Theory]
    [InlineData("connection.[|DeleteById|]<Order>(id);")]
    [InlineData("new PetaPoco.Database().[|Delete|]<Order>(pocoOrPrimaryKey: id);")]
    [Clause(RuleIds.DeleteOutcomeIgnored, "by-id", Verdict.Reports)]
    public Task ByIdOverload_Reports(string body) => Verify<DeleteOutcomeAnalyzer>.ReportsAsync(WithMappers(body));

    [Theory]
    [InlineData("connection.DeleteAll<Order>();")]
    [InlineData("new PetaPoco.Database().Delete<Order>(\"WHERE CustomerId = @0\", guid);")]
    [InlineData("if (connection.DeleteById<Order>(id) == 0) throw new KeyNotFoundException();")]
    [Clause(RuleIds.DeleteOutcomeIgnored, "by-id", Verdict.IsSilent)]
    public Task OtherMapperCall_IsSilent(string body) => Verify<DeleteOutcomeAnalyzer>.IsSilentAsync(WithMappers(body));

    [Theory]
    [InlineData("x => x.Id == id")]
    [InlineData("x => id == x.Id")]
    [InlineData("x => x.Id.Equals(id)")]
    [InlineData("x => Equals(x.Id, id)")]
    [InlineData("x => x.Id == id && x.Version == 3 && x.Total > 1")]
    [InlineData("x => (x.Total > 1 || x.Version < 2) && (x.Id == id)")]
    [InlineData("x => EF.Property<int>(x, \"Id\") == id")]
    [Clause(RuleIds.DeleteOutcomeIgnored, "key-convention", Verdict.Reports)]
    public Task EqualityOnId_Reports(string predicate) => ReportsAsync($"await db.Orders.Where({predicate}).[|ExecuteDeleteAsync|](ct);");

    [Theory]
    [InlineData("await db.Customers.Where(x => x.CustomerId == guid).[|ExecuteDeleteAsync|](ct);")]
    [InlineData("await db.Orders.AsNoTracking().Where(x => x.Total > 1).TagWith(name).Where(x => x.Id == id).IgnoreQueryFilters().[|ExecuteDeleteAsync|](ct);")]
    [InlineData("await db.Set<Order>().Where(x => x.Id == id).[|ExecuteDeleteAsync|](ct);")]
    [InlineData("var query = db.Orders.Where(x => x.Id == id); await query.[|ExecuteDeleteAsync|](ct);")]
    [InlineData("await (from order in db.Orders where order.Id == id select order).[|ExecuteDeleteAsync|](ct);")]
    [Clause(RuleIds.DeleteOutcomeIgnored, "key-convention", Verdict.Reports)]
    public Task QueryForOneRow_Reports(string body) => ReportsAsync(body);

    [Theory]
    [InlineData("x => x.Id != id")]
    [InlineData("x => x.Id == id || x.Total == 0")]
    [InlineData("x => x.Id == x.Total")]
    [InlineData("x => !(x.Id == id)")]
    [InlineData("x => x.Total == id")]
    [InlineData("x => true")]
    [Clause(RuleIds.DeleteOutcomeIgnored, "key-convention", Verdict.IsSilent)]
    public Task OtherCondition_IsSilent(string predicate) => IsSilentAsync($"await db.Orders.Where({predicate}).ExecuteDeleteAsync(ct);");

    [Theory]
    [InlineData("x => x.Iso == name")]
    [InlineData("x => x.Name == name")]
    [Clause(RuleIds.DeleteOutcomeIgnored, "key-attribute", Verdict.Reports)]
    public Task KeyByAttribute_Reports(string predicate) => ReportsAsync($"await db.Countries.Where({predicate}).[|ExecuteDeleteAsync|](ct);");

    [Theory]
    [InlineData("x => x.Id == id")]
    [InlineData("x => x.Continent == name")]
    [Clause(RuleIds.DeleteOutcomeIgnored, "key-attribute", Verdict.IsSilent)]
    public Task MemberThatIsNotTheMarkedKey_IsSilent(string predicate) => IsSilentAsync($"await db.Countries.Where({predicate}).ExecuteDeleteAsync(ct);");

    [Theory]
    [InlineData("x => x.OrderId == id && x.Number == 1")]
    [InlineData("x => x.Number == 1 && x.Order.Total > 3 && id == x.OrderId")]
    [Clause(RuleIds.DeleteOutcomeIgnored, "key-composite", Verdict.Reports)]
    public Task WholeCompositeKey_Reports(string predicate) => ReportsAsync($"await db.Lines.Where({predicate}).[|ExecuteDeleteAsync|](ct);");

    [Theory]
    [InlineData("x => x.OrderId == id")]
    [InlineData("x => x.OrderId == id && x.Number > 1")]
    [InlineData("x => x.OrderId == id || x.Number == 1")]
    [Clause(RuleIds.DeleteOutcomeIgnored, "key-composite", Verdict.IsSilent)]
    public Task PartOfACompositeKey_IsSilent(string predicate) => IsSilentAsync($"await db.Lines.Where({predicate}).ExecuteDeleteAsync(ct);");

    [Theory]
    [InlineData("await db.Coupons.Where(x => x.Code == name).[|ExecuteDeleteAsync|](ct);")]
    [InlineData("await db.Coupons.Where(x => x.Serial == name).[|ExecuteDeleteAsync|](ct);")]
    [InlineData("await db.Stocks.Where(x => x.Barcode == name).[|ExecuteDeleteAsync|](ct);")]
    [InlineData("await db.Stocks.Where(x => x.Shelf == 1).Where(x => x.Box == 2).[|ExecuteDeleteAsync|](ct);")]
    [Clause(RuleIds.DeleteOutcomeIgnored, "key-fluent", Verdict.Reports)]
    public Task KeyByConfiguration_Reports(string body) => ReportsAsync(body);

    [Theory]
    [InlineData("await db.Coupons.Where(x => x.Id == id).ExecuteDeleteAsync(ct);")]
    [InlineData("await db.Coupons.Where(x => x.Campaign == name).ExecuteDeleteAsync(ct);")]
    [InlineData("await db.Stocks.Where(x => x.Shelf == 1).ExecuteDeleteAsync(ct);")]
    [Clause(RuleIds.DeleteOutcomeIgnored, "key-fluent", Verdict.IsSilent)]
    public Task MemberThatIsNotTheConfiguredKey_IsSilent(string body) => IsSilentAsync(body);

    [Theory]
    [InlineData("DELETE FROM parcels WHERE id = @id")]
    [InlineData("DELETE FROM parcels WHERE parcel_id = @id")]
    [InlineData("DELETE FROM \"main\".\"Parcels\" WHERE \"ParcelId\" = @id AND state = 'open'")]
    [InlineData("delete p from parcels p where p.id = @id")]
    [InlineData("DELETE FROM addresses WHERE address_id = @id -- one")]
    [InlineData("DELETE FROM Entries WHERE EntryId = @id RETURNING EntryId")]
    [Clause(RuleIds.DeleteOutcomeIgnored, "sql-key", Verdict.Reports)]
    public Task KeyInSqlText_Reports(string sql) => ReportsAsync($"await connection.[|ExecuteAsync|](@\"{sql.Replace("\"", "\"\"", StringComparison.Ordinal)}\", new {{ id }});");

    [Theory]
    [InlineData("DELETE FROM parcels WHERE carrier_id = @id")]
    [InlineData("DELETE FROM parcels WHERE id = @id OR state = 'lost'")]
    [InlineData("DELETE FROM parcels WHERE id > @id")]
    [InlineData("DELETE FROM parcels WHERE id IN (SELECT id FROM lost)")]
    [InlineData("DELETE FROM parcels")]
    [InlineData("SELECT 'DELETE FROM parcels WHERE id = 1'")]
    [Clause(RuleIds.DeleteOutcomeIgnored, "sql-key", Verdict.IsSilent)]
    public Task OtherSqlText_IsSilent(string sql) => IsSilentAsync($"await connection.ExecuteAsync(\"{sql}\", new {{ id }});");

    [Theory]
    [InlineData("DELETE FROM Countries WHERE iso_code = @name")]
    [InlineData("DELETE FROM Lines WHERE OrderId = @id AND Number = 3")]
    [InlineData("DELETE FROM warehouse_stock WHERE Shelf = 1 AND Box = 2")]
    [Clause(RuleIds.DeleteOutcomeIgnored, "sql-entity", Verdict.Reports)]
    public Task MappedKeyInSqlText_Reports(string sql) => ReportsAsync($"await connection.[|ExecuteAsync|](\"{sql}\", new {{ id, name }});");

    [Theory]
    [InlineData("DELETE FROM Countries WHERE Id = @id")]
    [InlineData("DELETE FROM Lines WHERE OrderId = @id")]
    [InlineData("DELETE FROM warehouse_stock WHERE Shelf = 1")]
    [Clause(RuleIds.DeleteOutcomeIgnored, "sql-entity", Verdict.IsSilent)]
    public Task ColumnThatIsNotTheMappedKey_IsSilent(string sql) => IsSilentAsync($"await connection.ExecuteAsync(\"{sql}\", new {{ id, name }});");

    [Theory]
    [InlineData("await db.Orders.Where(x => x.Total < 10).[|ExecuteDeleteAsync|](ct);")]
    [InlineData("await db.Orders.[|ExecuteDeleteAsync|](ct);")]
    [InlineData("await db.Orders.Where(x => x.Id == id).OrderBy(x => x.Id).Take(1).[|ExecuteDeleteAsync|](ct);")]
    [InlineData("var ids = new[] { 1, 2 }; await db.Orders.Where(x => ids.Contains(x.Id)).[|ExecuteDeleteAsync|](ct);")]
    [InlineData("foreach (var one in new[] { 1, 2 }) await db.Orders.Where(x => x.Id == one).[|ExecuteDeleteAsync|](ct);")]
    [InlineData("await Parallel.ForEachAsync(new[] { 1, 2 }, async (one, token) => { await db.Orders.Where(x => x.Id == one).[|ExecuteDeleteAsync|](token); });")]
    [InlineData("connection.[|Execute|](\"DELETE FROM Orders WHERE Id IN @ids\", new { ids = new[] { id } });")]
    [Clause(RuleIds.DeleteOutcomeIgnored, "bulk", Verdict.Reports)]
    [Clause(RuleIds.DeleteOutcomeIgnored, "bulk", Verdict.IsSilent)]
    public Task BulkDelete_ReportsOnlyWithTheOption(string body) => ReportsOnlyWithBulkAsync(body);

    [Theory]
    [InlineData("await db.Orders.Where(x => x.CustomerId == guid).[|ExecuteDeleteAsync|](ct);")]
    [InlineData("await db.Orders.Where(x => x.Customer.CustomerId == guid).[|ExecuteDeleteAsync|](ct);")]
    [InlineData("connection.[|Execute|](\"DELETE FROM Orders WHERE CustomerId = @guid\", new { guid });")]
    [Clause(RuleIds.DeleteOutcomeIgnored, "foreign-key", Verdict.Reports)]
    [Clause(RuleIds.DeleteOutcomeIgnored, "foreign-key", Verdict.IsSilent)]
    public Task ForeignKeyDelete_ReportsOnlyWithTheOption(string body) => ReportsOnlyWithBulkAsync(body);

    [Theory]
    [InlineData("connection.[|Execute|](\"DELETE o FROM Orders o JOIN Customers c ON c.CustomerId = o.CustomerId WHERE o.Id = 1\");")]
    [InlineData("connection.[|Execute|](\"DELETE FROM Orders USING Customers WHERE Orders.Id = 1\");")]
    [InlineData("await db.Orders.Where(x => x.Id == id).Join(db.Customers, x => x.CustomerId, x => x.CustomerId, (x, _) => x).[|ExecuteDeleteAsync|](ct);")]
    [Clause(RuleIds.DeleteOutcomeIgnored, "join", Verdict.Reports)]
    [Clause(RuleIds.DeleteOutcomeIgnored, "join", Verdict.IsSilent)]
    public Task JoinDelete_ReportsOnlyWithTheOption(string body) => ReportsOnlyWithBulkAsync(body);

    [Fact]
    public Task KeyOfATypeParameter_Reports() =>
        Verify<DeleteOutcomeAnalyzer>.ReportsAsync(
            $$"""
            {{DeleteCode.Usings}}
            public interface IEntity { int Id { get; } }
            public class Store<T>(DbContext db) where T : class, IEntity
            {
                public async Task DeleteAsync(int id) => await db.Set<T>().Where(x => x.Id == id).[|ExecuteDeleteAsync|]();
            }
            """);

    [Fact]
    public Task Message_NamesTheCallAndTheEntity() =>
        Verify<DeleteOutcomeAnalyzer>.ReportsAsync(
            DeleteCode.In("await db.Lines.Where(x => x.OrderId == id && x.Number == 1).{|#0:ExecuteDeleteAsync|}(ct);"),
            new DiagnosticResult(Descriptors.DeleteOutcomeIgnored).WithLocation(0).WithMessage(
                "'ExecuteDeleteAsync' on 'OrderLine' tells whether the record was there and nobody reads it; handle the case that nothing was deleted"));

    private static Task ReportsAsync(string body) => Verify<DeleteOutcomeAnalyzer>.ReportsAsync(DeleteCode.In(body));

    private static Task IsSilentAsync(string body) => Verify<DeleteOutcomeAnalyzer>.IsSilentAsync(DeleteCode.In(body));

    private static async Task ReportsOnlyWithBulkAsync(string body)
    {
        await Verify<DeleteOutcomeAnalyzer>.ReportsAsync(DeleteCode.In(body), Setting.Default with { Options = IncludeBulk });
        await IsSilentAsync(body.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal));
    }

    /// <summary>The shapes of two small mappers that are no part of the reference pack.</summary>
    private static string WithMappers(string body) => DeleteCode.In(body).Replace("using System.Threading;", "using System.Threading;\nusing ServiceStack.OrmLite;", StringComparison.Ordinal) + """

        namespace ServiceStack.OrmLite
        {
            public static class OrmLiteWriteApi
            {
                public static int DeleteById<T>(this System.Data.IDbConnection dbConn, object id) => 1;
                public static int DeleteAll<T>(this System.Data.IDbConnection dbConn) => 1;
            }
        }
        namespace PetaPoco
        {
            public class Database
            {
                public int Delete<T>(object pocoOrPrimaryKey) => 1;
                public int Delete<T>(string sql, params object[] args) => 1;
            }
        }
        """;
}

using SecurityReview.Analyzers.DataAccess;
using SecurityReview.Analyzers.Tests.Verifiers;

namespace SecurityReview.Analyzers.Tests.Endpoints;

/// <summary>What is read back from a database: sources only where the option asks for them.</summary>
public class DatabaseSourceTests
{
    private const string Usings = """
        using System.Data;
        using System.Data.Common;
        using Dapper;
        using Microsoft.EntityFrameworkCore;
        """;

    private const string Parameters = "DbDataReader reader, IDataRecord record, Npgsql.NpgsqlDataReader npgsql, DbCommand command, DataTable table, DbConnection connection, DbContext store, DbSet<Row> rows, Shop shop";

    private static readonly Setting s_database = Setting.Default with
    {
        Options = "security_review.threat_models = database",
        MoreSources =
        [
            ("/0/Row.cs", """
                using Microsoft.EntityFrameworkCore;
                public class Row { public int Id { get; set; } public string Name { get; set; } = ""; public Row? Parent { get; set; } }
                public class Shop : DbContext
                {
                    public DbSet<Row> Rows { get; set; } = null!;
                    public DbSet<Row> More => Set<Row>();
                }
                """),
        ],
    };

    private static readonly string[] s_reads =
    [
        "reader.GetString(0)",
        "reader.GetValue(0)",
        "reader.GetFieldValue<string>(0)",
        "await reader.GetFieldValueAsync<string>(0)",
        """reader["Name"]""",
        "reader[0].ToString()",
        "reader.GetTextReader(0).ReadToEnd()",
        "record.GetString(0)",
        """record["Name"]""",
        "npgsql.GetString(0)",
        "command.ExecuteScalar()",
        "(string?)await command.ExecuteScalarAsync()",
        """table.Rows[0]["Name"]""",
        "table.Rows[0].ItemArray[0]",
        """table.Rows[0].Field<string>("Name")""",
        """connection.Query<string>("SELECT 1").First()""",
        """(await connection.QueryAsync<Row>("SELECT 1")).First().Name""",
        """connection.QuerySingle<Row>("SELECT 1").Name""",
        """connection.ExecuteScalar<string>("SELECT 1")""",
        """connection.QueryMultiple("SELECT 1").Read<Row>().First().Name""",
        "store.Set<Row>().AsEnumerable().First().Name",
        "store.Set<Row>().Find(1)!.Name",
        "rows.Find(1)!.Name",
        "(await rows.ToListAsync())[0].Name",
        "(await rows.FirstAsync(row => row.Id == 1)).Name",
        "(await rows.Where(row => row.Id == 1).SingleOrDefaultAsync())!.Name",
        "rows.ToList()[0].Name",
        "rows.Where(row => row.Id == 1).OrderBy(row => row.Name).ToArray()[0].Name",
        "rows.Select(row => row.Name).First()",
        "(from row in shop.Rows where row.Id == 1 select row.Name).First()",
        "shop.Rows.First(row => row.Id == 1).Name",
        "shop.More.AsNoTracking().First().Name",
        "shop.Rows.Include(row => row.Parent).AsSplitQuery().TagWith(\"all\").Single().Parent!.Name",
        "(await shop.Rows.Where(row => row.Id == 1).ToListAsync())[0].Name",
        "(await shop.Rows.Select(row => row.Name).ToArrayAsync())[0]",
        "(await shop.Rows.ToDictionaryAsync(row => row.Id))[1].Name",
        "(await shop.Rows.Where(row => row.Id == 1).AsAsyncEnumerable().FirstAsync()).Name",
        "shop.Rows.GroupBy(row => row.Name).Select(group => group.Key).First()",
        "shop.Rows.Max(row => row.Name)",
        "shop.Rows.SelectMany(row => shop.More.Where(other => other.Id == row.Id)).First().Name",
        "string.Join(\",\", shop.Rows.Select(row => row.Name))",
        "shop.Rows.FromSqlRaw(\"SELECT 1\").AsEnumerable().First().Name",
        """store.Database.SqlQueryRaw<string>("SELECT 1").AsEnumerable().First()""",
    ];

    [Fact]
    public Task Read_Reports() => Verify<SqlInjectionAnalyzer>.ReportsAsync(SourceCode.Reading(Usings, Parameters, s_reads), s_database);

    [Fact]
    public Task Read_IsSilentByDefault() => Verify<SqlInjectionAnalyzer>.IsSilentAsync(SourceCode.ReadingHarmless(Usings, Parameters, s_reads), s_database with { Options = "" });

    [Fact]
    public Task NumbersAndSchema_AreSilent() => Verify<SqlInjectionAnalyzer>.IsSilentAsync(
        SourceCode.ReadingHarmless(
            Usings,
            Parameters,
            "reader.GetInt32(0)",
            "reader.GetFieldValue<int>(0)",
            "reader.FieldCount",
            "reader.GetGuid(0)",
            "(int?)command.ExecuteScalar()",
            "command.ExecuteNonQuery()",
            """connection.ExecuteScalar<int>("SELECT 1")""",
            "rows.Find(1)!.Id",
            "shop.Rows.Count()",
            "shop.Rows.Any(row => row.Id == 1)",
            "shop.Rows.Select(row => row.Id).First()",
            "new List<Row> { new Row { Name = \"a\" } }.AsQueryable().First().Name",
            "await rows.CountAsync()",
            "connection.Database"),
        s_database);

    [Fact]
    public Task ValuesOfARow_Report() => Verify<SqlInjectionAnalyzer>.ReportsAsync(
        SourceCode.Around(Usings, """
            internal class Reader
            {
                public void Read(DbDataReader reader)
                {
                    var values = new object[2];
                    reader.GetValues(values);
                    Db.Command.CommandText = [|"SELECT '" + values[0] + "'"|];
                }
            }
            """),
        s_database);

    /// <summary>A query that is enumerated in place, by a loop or by a delegate.</summary>
    [Theory]
    [InlineData("foreach (var row in shop.Rows) TEXT", "row.Name")]
    [InlineData("foreach (var row in shop.Rows.Where(item => item.Id > 1).AsNoTracking()) TEXT", "row.Name")]
    [InlineData("foreach (var name in from row in _shop.Rows select row.Name) TEXT", "name")]
    [InlineData("foreach (var row in _rows) TEXT", "row.Name")]
    [InlineData("foreach (var row in Rows()) TEXT", "row.Name")]
    [InlineData("await foreach (var row in shop.Rows.AsAsyncEnumerable()) TEXT", "row.Name")]
    [InlineData("await foreach (var row in shop.Rows.Where(item => item.Id > 1).AsAsyncEnumerable().WithCancellation(default)) TEXT", "row.Name")]
    [InlineData("var all = await shop.Rows.ToListAsync(); all.ForEach(row => TEXT);", "row.Name")]
    [InlineData("await shop.Rows.ForEachAsync(row => TEXT);", "row.Name")]
    [InlineData("using var all = shop.Rows.AsEnumerable().GetEnumerator(); while (all.MoveNext()) TEXT", "all.Current.Name")]
    [InlineData("var all = shop.Rows.Where(row => row.Id > 1); all = all.OrderBy(row => row.Name); foreach (var row in all.ToList()) TEXT", "row.Name")]
    public async Task EnumeratedQuery_Reports(string loop, string text)
    {
        var marked = Loop(loop, text);
        await Verify<SqlInjectionAnalyzer>.ReportsAsync(marked, s_database);
        await Verify<SqlInjectionAnalyzer>.IsSilentAsync(Unmarked(marked), s_database with { Options = "" });
    }

    [Theory]
    [InlineData("foreach (var row in shop.Rows) TEXT", "row.Id")]
    [InlineData("foreach (var row in new[] { new Row { Name = \"a\" } }.AsQueryable()) TEXT", "row.Name")]
    [InlineData("await foreach (var row in shop.Rows.AsAsyncEnumerable()) TEXT", "row.Id")]
    [InlineData("shop.Rows.Add(new Row { Name = \"a\" }); TEXT", "shop.SaveChanges()")]
    public Task EnumeratedNumbersAndOwnRows_AreSilent(string loop, string text) => Verify<SqlInjectionAnalyzer>.IsSilentAsync(Unmarked(Loop(loop, text)), s_database);

    /// <summary>What the caller put into a set is still the caller's.</summary>
    [Fact]
    public Task RemoteValueInASet_ReportsByDefault() => Verify<SqlInjectionAnalyzer>.ReportsAsync(
        SourceCode.Around(Usings, """
            public class RowsController(Shop shop) : Microsoft.AspNetCore.Mvc.ControllerBase
            {
                public void Add(string name)
                {
                    var row = new Row { Name = name };
                    shop.Rows.Add(row);
                    Db.Command.CommandText = [|"SELECT '" + row.Name + "'"|];
                }
            }
            """),
        s_database with { Options = "" });

    private static string Loop(string loop, string text)
    {
        var sink = $"Db.Command.CommandText = [|\"SELECT '\" + {text} + \"'\"|]";
        return SourceCode.Around(Usings, $$"""
            internal class Reader(Shop _shop)
            {
                private readonly DbSet<Row> _rows = _shop.Set<Row>();
                private IQueryable<Row> Rows() => _shop.Rows.Where(row => row.Id > 1);
                public async Task Read(Shop shop)
                {
                    await Task.Yield();
                    {{loop.Replace("TEXT);", sink + ");", StringComparison.Ordinal).Replace("TEXT", sink + ";", StringComparison.Ordinal)}}
                }
            }
            """);
    }

    private static string Unmarked(string code) => code.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal);
}

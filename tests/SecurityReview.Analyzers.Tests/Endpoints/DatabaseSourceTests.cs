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

    private const string Parameters = "DbDataReader reader, IDataRecord record, Npgsql.NpgsqlDataReader npgsql, DbCommand command, DataTable table, DbConnection connection, DbContext store, DbSet<Row> rows";

    private static readonly Setting s_database = Setting.Default with
    {
        Options = "security_review.threat_models = database",
        MoreSources = [("/0/Row.cs", "public class Row { public int Id { get; set; } public string Name { get; set; } = \"\"; }")],
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
}

using SecurityReview.Analyzers.Tests.Verifiers;

namespace SecurityReview.Analyzers.Tests.Taint.Modelling;

/// <summary>Every group of sink rows, by a call of each of its shapes.</summary>
public class SqlSinkRowTests
{
    public static TheoryData<string> Ado => new(
        "((IDbCommand)null).CommandText = DATA;",
        "((DbCommand)null).CommandText = DATA;",
        "((DbCommand)null).CommandText += DATA;",
        "var command = new Microsoft.Data.Sqlite.SqliteCommand { CommandText = DATA };",
        "((DbBatchCommand)null).CommandText = DATA;",
        "((DbDataSource)null).CreateCommand(DATA);");

    public static TheoryData<string> SqlServer => new(
        "new Microsoft.Data.SqlClient.SqlCommand(DATA);",
        "new Microsoft.Data.SqlClient.SqlCommand(connection: null, cmdText: DATA, transaction: null);",
        "new Microsoft.Data.SqlClient.SqlCommand().CommandText = DATA;",
        "new Microsoft.Data.SqlClient.SqlDataAdapter(DATA, \"Server=x\");",
        "new Microsoft.Data.SqlClient.SqlBatchCommand(DATA);",
        "new Microsoft.Data.SqlClient.SqlBatchCommand().CommandText = DATA;",
        "new System.Data.SqlClient.SqlCommand(DATA, null);",
        "new System.Data.SqlClient.SqlDataAdapter(DATA, \"Server=x\");");

    public static TheoryData<string> Sqlite => new(
        "new Microsoft.Data.Sqlite.SqliteCommand(DATA, null);",
        "new System.Data.SQLite.SQLiteCommand(DATA);",
        "System.Data.SQLite.SQLiteCommand.Execute(DATA, System.Data.SQLite.SQLiteExecuteType.NonQuery, \"Data Source=x\");",
        "new System.Data.SQLite.SQLiteDataAdapter(DATA, \"Data Source=x\");");

    public static TheoryData<string> PostgreSql => new(
        "new Npgsql.NpgsqlCommand(DATA);",
        "new Npgsql.NpgsqlBatchCommand(DATA);",
        "new Npgsql.NpgsqlDataAdapter(DATA, \"Host=x\");",
        "((Npgsql.NpgsqlDataSource)null).CreateCommand(DATA);",
        "((Npgsql.NpgsqlConnection)null).BeginBinaryImport(DATA);",
        "await ((Npgsql.NpgsqlConnection)null).BeginBinaryImportAsync(DATA);",
        "((Npgsql.NpgsqlConnection)null).BeginBinaryExport(DATA);",
        "await ((Npgsql.NpgsqlConnection)null).BeginBinaryExportAsync(DATA);",
        "((Npgsql.NpgsqlConnection)null).BeginTextImport(DATA);",
        "await ((Npgsql.NpgsqlConnection)null).BeginTextImportAsync(DATA);",
        "((Npgsql.NpgsqlConnection)null).BeginTextExport(DATA);",
        "await ((Npgsql.NpgsqlConnection)null).BeginTextExportAsync(DATA);",
        "((Npgsql.NpgsqlConnection)null).BeginRawBinaryCopy(DATA);",
        "await ((Npgsql.NpgsqlConnection)null).BeginRawBinaryCopyAsync(DATA);");

    public static TheoryData<string> MySql => new(
        "new MySqlConnector.MySqlCommand(DATA, null);",
        "new MySqlConnector.MySqlBatchCommand(DATA);",
        "new MySqlConnector.MySqlDataAdapter(DATA, \"Server=x\");",
        "new MySql.Data.MySqlClient.MySqlCommand(DATA);",
        "new MySql.Data.MySqlClient.MySqlDataAdapter(DATA, \"Server=x\");",
        "new MySql.Data.MySqlClient.MySqlScript(DATA);",
        "new MySql.Data.MySqlClient.MySqlScript(\"SELECT 1\").Query = DATA;",
        "MySql.Data.MySqlClient.MySqlHelper.ExecuteScalar(\"Server=x\", DATA);",
        "await MySql.Data.MySqlClient.MySqlHelper.ExecuteDatasetAsync(\"Server=x\", DATA);",
        "MySql.Data.MySqlClient.MySqlHelper.UpdateDataSet(\"Server=x\", DATA, null, \"t\");",
        "((MySqlX.XDevAPI.Session)null).SQL(DATA);");

    public static TheoryData<string> EntityFramework => new(
        "((DbSet<string>)null).FromSqlRaw(DATA);",
        "((DbContext)null).Database.ExecuteSqlRaw(DATA);",
        "await ((DbContext)null).Database.ExecuteSqlRawAsync(DATA);",
        "((DbContext)null).Database.SqlQueryRaw<int>(DATA);",
        "((Microsoft.EntityFrameworkCore.Migrations.MigrationBuilder)null).Sql(DATA);",
        "((DbSet<string>)null).FromSql(FormattableStringFactory.Create(DATA));");

    public static TheoryData<string> Dapper => new(
        "((IDbConnection)null).Query(DATA);",
        "((IDbConnection)null).Query<int, int, int>(DATA, (a, b) => a);",
        "await ((IDbConnection)null).QueryAsync<int, int, int, int>(DATA, (a, b, c) => a, splitOn: \"x\");",
        "((IDbConnection)null).QueryFirstOrDefault<int>(DATA);",
        "await ((IDbConnection)null).QuerySingleAsync<int>(DATA);",
        "((IDbConnection)null).QueryMultiple(DATA);",
        "SqlMapper.QueryMultiple((IDbConnection)null, DATA);",
        "((DbConnection)null).QueryUnbufferedAsync<int>(DATA);",
        "((IDbConnection)null).Execute(DATA, new { number });",
        "await ((IDbConnection)null).ExecuteScalarAsync(DATA);",
        "((IDbConnection)null).ExecuteReader(sql: DATA);",
        "new CommandDefinition(DATA);",
        "((IDbConnection)null).Query<int>(new CommandDefinition(commandText: DATA));");

    public static TheoryData<string> NetFramework => new(
        "new System.Data.SqlClient.SqlCommand(DATA);",
        "new System.Data.OleDb.OleDbCommand(DATA);",
        "new System.Data.OleDb.OleDbDataAdapter(DATA, \"Provider=x\");",
        "new System.Data.Odbc.OdbcCommand(DATA);",
        "new System.Data.Odbc.OdbcDataAdapter(DATA, \"Driver=x\");",
        "new System.Data.OracleClient.OracleCommand(DATA);",
        "((System.Data.Objects.ObjectContext)null).ExecuteStoreCommand(DATA);",
        "((System.Data.Objects.ObjectContext)null).ExecuteStoreQuery<int>(DATA);",
        "((System.Data.Linq.DataContext)null).ExecuteQuery<int>(DATA);",
        "((System.Data.Linq.DataContext)null).ExecuteCommand(DATA);",
        "((System.Web.UI.WebControls.SqlDataSource)null).SelectCommand = DATA;",
        "new System.Web.UI.WebControls.SqlDataSource(\"Server=x\", DATA);");

    /// <summary>Whoever chooses the name chooses the procedure, whatever constant stands before it.</summary>
    public static TheoryData<string> StoredProcedure => new(
        "new Microsoft.Data.SqlClient.SqlCommand(DATA) { CommandType = CommandType.StoredProcedure };",
        "var command = new Npgsql.NpgsqlCommand(); command.CommandType = CommandType.StoredProcedure; command.CommandText = \"get_\" + DATA;",
        "((IDbConnection)null).Query(DATA, commandType: CommandType.StoredProcedure);");

    [Theory]
    [MemberData(nameof(Ado))]
    [MemberData(nameof(SqlServer))]
    [MemberData(nameof(Sqlite))]
    [MemberData(nameof(PostgreSql))]
    [MemberData(nameof(MySql))]
    [MemberData(nameof(EntityFramework))]
    [MemberData(nameof(Dapper))]
    [MemberData(nameof(StoredProcedure))]
    public async Task Text_Reports(string body)
    {
        await RowProgram.ReportsAsync(body);
        await RowProgram.IsSilentAsync(body);
    }

    [Theory]
    [MemberData(nameof(NetFramework))]
    public async Task TextOnNetFramework_Reports(string body)
    {
        await RowProgram.ReportsAsync(body, TestReferences.Net48);
        await RowProgram.IsSilentAsync(body, TestReferences.Net48);
    }

    [Theory]
    [InlineData("((DbContext)null).Database.ExecuteSql($\"UPDATE T SET A = {REQUEST}\");")]
    [InlineData("((DbContext)null).Database.ExecuteSqlInterpolated($\"UPDATE T SET A = {REQUEST}\");")]
    [InlineData("((DbSet<string>)null).FromSql($\"SELECT * FROM T WHERE A = {REQUEST}\");")]
    [InlineData("((DbSet<string>)null).FromSqlRaw(\"SELECT * FROM T WHERE A = {0}\", REQUEST);")]
    [InlineData("((IDbConnection)null).Query(\"SELECT @a\", new { a = REQUEST });")]
    [InlineData("((IDbConnection)null).Query<int, int, int>(\"SELECT @a\", (a, b) => a, new { a = REQUEST }, splitOn: REQUEST);")]
    [InlineData("((IDbConnection)null).Execute(\"get\", new { a = REQUEST }, commandType: CommandType.StoredProcedure);")]
    [InlineData("var command = new Microsoft.Data.SqlClient.SqlCommand(\"get\") { CommandType = CommandType.StoredProcedure }; command.Parameters.AddWithValue(\"@a\", REQUEST);")]
    [InlineData("MySql.Data.MySqlClient.MySqlHelper.ExecuteScalar(REQUEST, \"SELECT 1\");")]
    [InlineData("new Microsoft.Data.SqlClient.SqlDataAdapter(\"SELECT 1\", REQUEST);")]
    public Task BoundValueOrOtherArgument_IsSilent(string body) => RowProgram.IsSilentAsync(body.Replace("REQUEST", "request.Query[\"q\"].ToString()", StringComparison.Ordinal));
}

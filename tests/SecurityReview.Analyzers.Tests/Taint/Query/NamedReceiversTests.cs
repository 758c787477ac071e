using SecurityReview.Analyzers.DataAccess;
using SecurityReview.Analyzers.Tests.Verifiers;

namespace SecurityReview.Analyzers.Tests.Taint.Query;

/// <summary>A method that hands its text to a sink is found whatever the sink is called on: what is ruled out before anything is bound is only what cannot be one.</summary>
public class NamedReceiversTests
{
    [Theory]
    [InlineData("void Run(string sql) => connection.Query(sql);")]
    [InlineData("void Run(string sql) => this.Field.Query(sql); private readonly IDbConnection Field = connection;")]
    [InlineData("void Run(string sql) => SqlMapper.Query(connection, sql);")]
    [InlineData("void Run(string sql) => Dapper.SqlMapper.Query(connection, sql);")]
    [InlineData("void Run(string sql) => Inherited.Query(sql);")]
    [InlineData("void Run(string sql) => Open().Query(sql); private IDbConnection Open() => connection;")]
    [InlineData("void Run(string sql) { var local = connection; local.Query(sql); }")]
    [InlineData("void Run(string sql) => SqliteConnection.Query(sql); private SqliteConnection SqliteConnection => null;")]
    [InlineData("void Run(string sql) => Use(Mapper => Mapper.Query(sql)); private void Use(Action<IDbConnection> use) => use(connection);")]
    [InlineData("void Run(string sql) => Named.Query(connection, sql);")]
    [InlineData("void Run(string sql) { connection.CreateCommand().CommandText = sql; }")]
    [InlineData("void Run(string sql) => Use(connection.Query<int>(sql)); private void Use(object rows) { }")]
    public Task WrapperOfASink_IsFound(string wrapper) => Verify<SqlInjectionAnalyzer>.ReportsAsync(Source(wrapper, "[|\"SELECT \" + name|]"), s_setting);

    [Theory]
    [InlineData("void Run(string sql) => other.Query(sql); private readonly Other other = new();")]
    [InlineData("void Run(string sql) => Other.Run(sql);")]
    [InlineData("int Run(string sql) => Math.Max(sql.Length, 2);")]
    public Task NamesakeOfASink_IsNone(string wrapper) => Verify<SqlInjectionAnalyzer>.IsSilentAsync(Source(wrapper, "\"SELECT \" + name"), s_setting);

    private static readonly Setting s_setting = Setting.Default with
    {
        MoreSources = [("/0/Base.cs", "public class Stored(System.Data.IDbConnection connection) : Microsoft.AspNetCore.Mvc.ControllerBase { protected System.Data.IDbConnection Inherited => connection; }")],
    };

    private static string Source(string wrapper, string text) => $$"""
        #nullable disable
        using System;
        using System.Data;
        using Dapper;
        using Microsoft.Data.Sqlite;
        using Named = Dapper.SqlMapper;
        public class Other { public object Query(string text) => text; public static void Run(string text) { } }
        public class ItemsController(IDbConnection connection) : Stored(connection)
        {
            public void Get(string name) => Run({{text}});
            private {{wrapper}}
        }
        """;
}

using SecurityReview.Analyzers.DataAccess;
using SecurityReview.Analyzers.Tests.Verifiers;

namespace SecurityReview.Analyzers.Tests.Taint.Modelling;

/// <summary>The sinks of mappers and query builders, each library by a call of every shape, with its bound forms. Libraries that are not at hand are declared here.</summary>
public class SqlLibraryRowTests
{
    private const string NHibernate = """
        namespace NHibernate
        {
            public interface IQuery { IQuery SetParameter(string name, object val); }
            public interface ISQLQuery : IQuery { }
            public interface ISession
            {
                IQuery CreateQuery(string queryString);
                ISQLQuery CreateSQLQuery(string queryString);
                IQuery CreateFilter(object collection, string queryString);
                int Delete(string query);
                void Delete(string entityName, object obj);
            }
            public interface IStatelessSession { IQuery CreateQuery(string queryString); ISQLQuery CreateSQLQuery(string queryString); }
        }
        namespace NHibernate.Criterion
        {
            public static class Expression { public static object Sql(string sql) => null!; }
            public static class Projections { public static object SqlProjection(string sql, string[] columnAliases, object[] types) => null!; }
        }
        """;

    private const string OrmLite = """
        namespace ServiceStack.OrmLite
        {
            using System.Collections.Generic;
            using System.Data;
            using System.Threading.Tasks;
            public static class OrmLiteReadApi
            {
                public static List<T> Select<T>(this IDbConnection dbConn, string sql) => null!;
                public static List<T> SqlList<T>(this IDbConnection dbConn, string sql, object? anonType = null) => null!;
                public static T SqlScalar<T>(this IDbConnection dbConn, string sql, object? anonType = null) => default!;
            }
            public static class OrmLiteReadApiAsync { public static Task<List<T>> SqlColumnAsync<T>(this IDbConnection dbConn, string sql, object? anonType = null) => null!; }
            public static class OrmLiteWriteApi { public static int ExecuteSql(this IDbConnection dbConn, string sql, object? dbParams = null) => 0; }
            public abstract class SqlExpression<T>
            {
                public abstract SqlExpression<T> Where(string sqlFilter, params object[] filterParams);
                public abstract SqlExpression<T> UnsafeWhere(string rawSql, params object[] filterParams);
                public abstract SqlExpression<T> UnsafeSelect(string rawSelect);
                public abstract SqlExpression<T> UnsafeFrom(string rawFrom);
                public abstract SqlExpression<T> UnsafeOrderBy(string orderBy);
            }
        }
        """;

    private const string RepoDb = """
        namespace RepoDb
        {
            using System.Collections.Generic;
            using System.Data;
            using System.Threading.Tasks;
            public static class DbConnectionExtension
            {
                public static IEnumerable<T> ExecuteQuery<T>(this IDbConnection connection, string commandText, object? param = null) => null!;
                public static Task<int> ExecuteNonQueryAsync(this IDbConnection connection, string commandText, object? param = null) => null!;
            }
            public abstract class DbRepository<TDbConnection> { public abstract object ExecuteScalar(string commandText, object? param = null); }
        }
        """;

    private const string SqlKata = """
        namespace SqlKata
        {
            public abstract class BaseQuery<Q>
            {
                public abstract Q Where(string column, object value);
                public abstract Q WhereRaw(string sql, params object[] bindings);
                public abstract Q FromRaw(string sql, params object[] bindings);
            }
            public abstract class Query : BaseQuery<Query>
            {
                public abstract Query SelectRaw(string sql, params object[] bindings);
                public abstract Query OrderByRaw(string expression, params object[] bindings);
                public abstract Query HavingRaw(string sql, params object[] bindings);
            }
        }
        namespace SqlKata.Execution
        {
            public abstract class QueryFactory { public abstract int Statement(string sql, object? param = null); }
        }
        """;

    private const string PetaPoco = """
        namespace PetaPoco
        {
            using System.Collections.Generic;
            using System.Threading.Tasks;
            public class Sql
            {
                public Sql(string sql, params object[] args) { }
                public static Sql Builder => null!;
                public Sql Append(string sql, params object[] args) => null!;
                public Sql Append(Sql sql) => null!;
                public Sql Where(string sql, params object[] args) => null!;
                public SqlJoinClause InnerJoin(string table) => null!;
                public class SqlJoinClause { public Sql On(string onClause, params object[] args) => null!; }
            }
            public class Page<T> { }
            public interface IQuery
            {
                List<T> Fetch<T>(string sql, params object[] args);
                List<T> Fetch<T>(Sql sql);
                IEnumerable<T> Query<T>(string sql, params object[] args);
                Page<T> Page<T>(long page, long itemsPerPage, string sql, params object[] args);
                T SingleOrDefault<T>(string sql, params object[] args);
                bool Exists<T>(string sqlCondition, params object[] args);
            }
            public interface IQueryAsync { Task<List<T>> FetchAsync<T>(string sql, params object[] args); }
            public interface IExecute { int Execute(string sql, params object[] args); }
            public interface IAlterPoco { int Delete<T>(string sql, params object[] args); int Delete<T>(object pocoOrPrimaryKey); }
            public interface IDatabase : IQuery, IQueryAsync, IExecute, IAlterPoco { }
            public abstract class Database : IDatabase
            {
                public abstract List<T> Fetch<T>(string sql, params object[] args);
                public abstract List<T> Fetch<T>(Sql sql);
                public abstract IEnumerable<T> Query<T>(string sql, params object[] args);
                public abstract Page<T> Page<T>(long page, long itemsPerPage, string sql, params object[] args);
                public abstract T SingleOrDefault<T>(string sql, params object[] args);
                public abstract bool Exists<T>(string sqlCondition, params object[] args);
                public abstract Task<List<T>> FetchAsync<T>(string sql, params object[] args);
                public abstract int Execute(string sql, params object[] args);
                public abstract int Delete<T>(string sql, params object[] args);
                public abstract int Delete<T>(object pocoOrPrimaryKey);
            }
        }
        """;

    private static readonly string s_nPoco = PetaPoco.Replace("PetaPoco", "NPoco", StringComparison.Ordinal);

    private const string FreeSql = """
        public interface IFreeSql { FreeSql.IAdo Ado { get; } FreeSql.ISelect<T> Select<T>(); FreeSql.IUpdate<T> Update<T>(); FreeSql.IDelete<T> Delete<T>(); }
        namespace FreeSql
        {
            using System.Collections.Generic;
            using System.Threading.Tasks;
            public interface IAdo
            {
                List<T> Query<T>(string cmdText, object? parms = null);
                Task<List<T>> QueryAsync<T>(string cmdText, object? parms = null);
                int ExecuteNonQuery(string cmdText, object? parms = null);
            }
            public interface ISelect0<TSelect, T1>
            {
                TSelect Where(string sql, object? parms = null);
                TSelect WhereIf(bool condition, string sql, object? parms = null);
                TSelect OrderBy(string sql, object? parms = null);
            }
            public interface ISelect<T1> : ISelect0<ISelect<T1>, T1> { ISelect<T1> WithSql(string sql, object? parms = null); }
            public interface IUpdate<T1> { IUpdate<T1> Where(string sql, object? parms = null); IUpdate<T1> SetRaw(string sql, object? parms = null); }
            public interface IDelete<T1> { IDelete<T1> Where(string sql, object? parms = null); }
        }
        """;

    private const string SqlSugar = """
        namespace SqlSugar
        {
            using System.Collections.Generic;
            using System.Threading.Tasks;
            public interface IAdo
            {
                List<T> SqlQuery<T>(string sql, object? parameters = null);
                Task<int> ExecuteCommandAsync(string sql, object? parameters = null);
                int GetInt(string sql, object? parameters = null);
            }
            public interface ISugarQueryable<T> { ISugarQueryable<T> Where(string whereString, object? parameters = null); }
            public interface IDeleteable<T> { IDeleteable<T> Where(string whereString, object? parameters = null); }
            public interface ISqlSugarClient { IAdo Ado { get; } ISugarQueryable<T> Queryable<T>(); IDeleteable<T> Deleteable<T>(); ISugarQueryable<T> SqlQueryable<T>(string sql); }
        }
        """;

    /// <summary>Library and a call with the data in the text.</summary>
    public static TheoryData<string, string> Texts => new()
    {
        { "", "LinqToDB.Data.DataContextExtensions.Query<int>((LinqToDB.IDataContext)null, DATA);" },
        { "", "await LinqToDB.Data.DataContextExtensions.QueryToListAsync<int>((LinqToDB.IDataContext)null, DATA);" },
        { "", "LinqToDB.Data.DataContextExtensions.Execute((LinqToDB.IDataContext)null, DATA);" },
        { "", "LinqToDB.Data.DataContextExtensions.SetCommand((LinqToDB.IDataContext)null, DATA);" },
        { "", "new LinqToDB.Data.CommandInfo((LinqToDB.IDataContext)null, DATA);" },
        { "", "LinqToDB.DataExtensions.FromSql<string>((LinqToDB.IDataContext)null, DATA);" },
        { "", "((SQLite.SQLiteConnection)null).Query<object>(DATA);" },
        { "", "((SQLite.ISQLiteConnection)null).Execute(DATA);" },
        { "", "((SQLite.SQLiteConnection)null).CreateCommand(DATA);" },
        { "", "await ((SQLite.SQLiteAsyncConnection)null).ExecuteScalarAsync<int>(DATA);" },
        { "", "((SQLite.SQLiteCommand)null).CommandText = DATA;" },
        { nameof(NHibernate), "((NHibernate.ISession)null).CreateSQLQuery(DATA);" },
        { nameof(NHibernate), "((NHibernate.ISession)null).CreateQuery(\"from User u where u.Name = '\" + DATA + \"'\");" },
        { nameof(NHibernate), "((NHibernate.ISession)null).CreateFilter(request, DATA);" },
        { nameof(NHibernate), "((NHibernate.ISession)null).Delete(DATA);" },
        { nameof(NHibernate), "((NHibernate.IStatelessSession)null).CreateQuery(DATA);" },
        { nameof(NHibernate), "NHibernate.Criterion.Expression.Sql(DATA);" },
        { nameof(NHibernate), "NHibernate.Criterion.Projections.SqlProjection(DATA, null, null);" },
        { nameof(OrmLite), "ServiceStack.OrmLite.OrmLiteReadApi.SqlList<int>((IDbConnection)null, DATA);" },
        { nameof(OrmLite), "ServiceStack.OrmLite.OrmLiteReadApi.SqlScalar<int>((IDbConnection)null, DATA);" },
        { nameof(OrmLite), "ServiceStack.OrmLite.OrmLiteReadApi.Select<int>((IDbConnection)null, DATA);" },
        { nameof(OrmLite), "await ServiceStack.OrmLite.OrmLiteReadApiAsync.SqlColumnAsync<int>((IDbConnection)null, DATA);" },
        { nameof(OrmLite), "ServiceStack.OrmLite.OrmLiteWriteApi.ExecuteSql((IDbConnection)null, DATA);" },
        { nameof(OrmLite), "((ServiceStack.OrmLite.SqlExpression<int>)null).UnsafeWhere(DATA);" },
        { nameof(OrmLite), "((ServiceStack.OrmLite.SqlExpression<int>)null).UnsafeSelect(DATA);" },
        { nameof(OrmLite), "((ServiceStack.OrmLite.SqlExpression<int>)null).UnsafeFrom(DATA).UnsafeOrderBy(\"Name\");" },
        { nameof(OrmLite), "((ServiceStack.OrmLite.SqlExpression<int>)null).UnsafeOrderBy(DATA);" },
        { nameof(RepoDb), "RepoDb.DbConnectionExtension.ExecuteQuery<int>((IDbConnection)null, DATA);" },
        { nameof(RepoDb), "await RepoDb.DbConnectionExtension.ExecuteNonQueryAsync((IDbConnection)null, DATA);" },
        { nameof(RepoDb), "((RepoDb.DbRepository<IDbConnection>)null).ExecuteScalar(DATA);" },
        { nameof(SqlKata), "((SqlKata.Query)null).WhereRaw(DATA);" },
        { nameof(SqlKata), "((SqlKata.Query)null).FromRaw(DATA).SelectRaw(\"1\");" },
        { nameof(SqlKata), "((SqlKata.Query)null).SelectRaw(DATA);" },
        { nameof(SqlKata), "((SqlKata.Query)null).OrderByRaw(DATA);" },
        { nameof(SqlKata), "((SqlKata.Query)null).HavingRaw(DATA);" },
        { nameof(SqlKata), "((SqlKata.Execution.QueryFactory)null).Statement(DATA);" },
        { nameof(PetaPoco), "((PetaPoco.IDatabase)null).Fetch<int>(DATA);" },
        { nameof(PetaPoco), "((PetaPoco.Database)null).Query<int>(DATA);" },
        { nameof(PetaPoco), "((PetaPoco.IDatabase)null).Page<int>(1, 10, DATA);" },
        { nameof(PetaPoco), "await ((PetaPoco.IDatabase)null).FetchAsync<int>(DATA);" },
        { nameof(PetaPoco), "((PetaPoco.IDatabase)null).Exists<int>(DATA);" },
        { nameof(PetaPoco), "((PetaPoco.Database)null).Execute(DATA);" },
        { nameof(PetaPoco), "((PetaPoco.IDatabase)null).Delete<int>(DATA);" },
        { nameof(PetaPoco), "((PetaPoco.IDatabase)null).Fetch<int>(new PetaPoco.Sql(DATA));" },
        { nameof(PetaPoco), "((PetaPoco.IDatabase)null).Fetch<int>(PetaPoco.Sql.Builder.Append(\"SELECT 1\").Append(DATA));" },
        { nameof(PetaPoco), "PetaPoco.Sql.Builder.InnerJoin(\"T\").On(DATA).Where(\"A = @0\", number);" },
        { "NPoco", "((NPoco.Database)null).Fetch<int>(DATA);" },
        { "NPoco", "((NPoco.Database)null).SingleOrDefault<int>(DATA);" },
        { "NPoco", "((NPoco.Database)null).Execute(DATA);" },
        { "NPoco", "((NPoco.Database)null).Delete<int>(DATA);" },
        { "NPoco", "NPoco.Sql.Builder.Where(DATA);" },
        { nameof(FreeSql), "((IFreeSql)null).Ado.Query<int>(DATA);" },
        { nameof(FreeSql), "await ((IFreeSql)null).Ado.QueryAsync<int>(DATA);" },
        { nameof(FreeSql), "((IFreeSql)null).Ado.ExecuteNonQuery(DATA);" },
        { nameof(FreeSql), "((IFreeSql)null).Select<int>().Where(DATA);" },
        { nameof(FreeSql), "((IFreeSql)null).Select<int>().WhereIf(number > 1, DATA).OrderBy(\"a\");" },
        { nameof(FreeSql), "((IFreeSql)null).Select<int>().WithSql(DATA);" },
        { nameof(FreeSql), "((IFreeSql)null).Update<int>().SetRaw(DATA);" },
        { nameof(FreeSql), "((IFreeSql)null).Delete<int>().Where(DATA);" },
        { nameof(SqlSugar), "((SqlSugar.ISqlSugarClient)null).Ado.SqlQuery<int>(DATA);" },
        { nameof(SqlSugar), "await ((SqlSugar.ISqlSugarClient)null).Ado.ExecuteCommandAsync(DATA);" },
        { nameof(SqlSugar), "((SqlSugar.ISqlSugarClient)null).Ado.GetInt(DATA);" },
        { nameof(SqlSugar), "((SqlSugar.ISqlSugarClient)null).Queryable<int>().Where(DATA);" },
        { nameof(SqlSugar), "((SqlSugar.ISqlSugarClient)null).Deleteable<int>().Where(DATA);" },
        { nameof(SqlSugar), "((SqlSugar.ISqlSugarClient)null).SqlQueryable<int>(DATA);" },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    [Clause(RuleIds.SqlInjection, "sink-libraries", Verdict.Reports)]
    public async Task Text_Reports(string library, string body)
    {
        await RowProgram.ReportsAsync(body, library: SourceOf(library));
        await RowProgram.IsSilentAsync(body, library: SourceOf(library));
    }

    [Theory]
    [InlineData("", "LinqToDB.Data.DataContextExtensions.Query<int>((LinqToDB.IDataContext)null, \"SELECT @a\", new { a = REQUEST });")]
    [InlineData("", "LinqToDB.DataExtensions.FromSql<string>((LinqToDB.IDataContext)null, $\"SELECT {REQUEST}\");")]
    [InlineData("", "((SQLite.SQLiteConnection)null).Query<object>(\"SELECT ?\", REQUEST);")]
    [InlineData(nameof(NHibernate), "((NHibernate.ISession)null).CreateQuery(\"from User u where u.Name = :name\").SetParameter(\"name\", REQUEST);")]
    [InlineData(nameof(NHibernate), "((NHibernate.ISession)null).Delete(\"User\", REQUEST);")]
    [InlineData(nameof(OrmLite), "ServiceStack.OrmLite.OrmLiteReadApi.SqlList<int>((IDbConnection)null, \"SELECT @a\", new { a = REQUEST });")]
    [InlineData(nameof(OrmLite), "((ServiceStack.OrmLite.SqlExpression<int>)null).UnsafeWhere(\"A = {0}\", REQUEST);")]
    [InlineData(nameof(RepoDb), "RepoDb.DbConnectionExtension.ExecuteQuery<int>((IDbConnection)null, \"SELECT @a\", new { a = REQUEST });")]
    [InlineData(nameof(SqlKata), "((SqlKata.Query)null).WhereRaw(\"A = ?\", REQUEST);")]
    [InlineData(nameof(SqlKata), "((SqlKata.Query)null).Where(\"A\", REQUEST);")]
    [InlineData(nameof(PetaPoco), "((PetaPoco.IDatabase)null).Fetch<int>(\"WHERE A = @0\", REQUEST);")]
    [InlineData(nameof(PetaPoco), "((PetaPoco.IDatabase)null).Fetch<int>(PetaPoco.Sql.Builder.Append(\"WHERE A = @0\", REQUEST));")]
    [InlineData(nameof(PetaPoco), "((PetaPoco.IDatabase)null).Delete<int>((object)REQUEST);")]
    [InlineData("NPoco", "((NPoco.Database)null).Fetch<int>(\"WHERE A = @0\", REQUEST);")]
    [InlineData(nameof(FreeSql), "((IFreeSql)null).Select<int>().Where(\"a = @a\", new { a = REQUEST });")]
    [InlineData(nameof(SqlSugar), "((SqlSugar.ISqlSugarClient)null).Queryable<int>().Where(\"a = @a\", new { a = REQUEST });")]
    [Clause(RuleIds.SqlInjection, "sink-libraries", Verdict.IsSilent)]
    public Task BoundValue_IsSilent(string library, string body) =>
        RowProgram.IsSilentAsync(body.Replace("REQUEST", "request.Query[\"q\"].ToString()", StringComparison.Ordinal), library: SourceOf(library));

    /// <summary>Who takes a builder from an unknown caller takes no text: the pieces were judged where it was made.</summary>
    [Fact]
    public Task BuilderFromACaller_IsSilent() =>
        Verify<NonConstantSqlAnalyzer>.IsSilentAsync(
            "public class Users(PetaPoco.IDatabase database) { public object Find(PetaPoco.Sql sql) => database.Fetch<int>(sql); }",
            Setting.Default with { MoreSources = [("/0/Library.cs", PetaPoco)] });

    [Fact]
    public Task TextFromACaller_Reports() =>
        Verify<NonConstantSqlAnalyzer>.ReportsAsync(
            "public class Users(PetaPoco.IDatabase database) { public object Find(string name) => database.Fetch<int>([|\"WHERE Name = '\" + name + \"'\"|]); }",
            Setting.Default with { MoreSources = [("/0/Library.cs", PetaPoco)] });

    private static string SourceOf(string library) => library switch
    {
        nameof(NHibernate) => NHibernate,
        nameof(OrmLite) => OrmLite,
        nameof(RepoDb) => RepoDb,
        nameof(SqlKata) => SqlKata,
        nameof(PetaPoco) => PetaPoco,
        "NPoco" => s_nPoco,
        nameof(FreeSql) => FreeSql,
        nameof(SqlSugar) => SqlSugar,
        _ => "",
    };
}

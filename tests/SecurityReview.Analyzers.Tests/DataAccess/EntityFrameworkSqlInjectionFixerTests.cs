using SecurityReview.Analyzers.DataAccess;
using SecurityReview.Analyzers.Tests.Verifiers;
using SecurityReview.CodeFixes.DataAccess;
using static SecurityReview.Analyzers.Tests.DataAccess.QueryCode;

namespace SecurityReview.Analyzers.Tests.DataAccess;

/// <summary>Which method of Entity Framework Core a repaired text is given to, and in which form.</summary>
public class EntityFrameworkSqlInjectionFixerTests
{
    [Theory]
    [Clause(RuleIds.SqlInjection, "fix-ef", Verdict.Reports)]
    [InlineData(
        """store.Users.FromSqlRaw([|$"SELECT * FROM Users WHERE Name = '{name}' AND Id = {name.Length}"|]).ToListAsync()""",
        """store.Users.FromSql($"SELECT * FROM Users WHERE Name = {name} AND Id = {name.Length}").ToListAsync()""")]
    [InlineData(
        """store.Users.FromSqlRaw([|"SELECT * FROM Users WHERE Name = '" + name + "'"|]).ToListAsync()""",
        """store.Users.FromSql($"SELECT * FROM Users WHERE Name = {name}").ToListAsync()""")]
    [InlineData(
        """store.Users.FromSqlRaw([|string.Format("SELECT * FROM Users WHERE Name = '{0}'", name)|]).ToListAsync()""",
        """store.Users.FromSql($"SELECT * FROM Users WHERE Name = {name}").ToListAsync()""")]
    [InlineData(
        """store.Users.FromSqlRaw([|@$"SELECT * FROM ""Users"" WHERE Name = '{name}'"|]).ToListAsync()""",
        """store.Users.FromSql(@$"SELECT * FROM ""Users"" WHERE Name = {name}").ToListAsync()""")]
    [InlineData(
        """store.Users.FromSqlRaw(sql: [|$"SELECT * FROM Users WHERE Name LIKE '{(name == "" ? "a" : name)}%'"|]).ToListAsync()""",
        """store.Users.FromSql(sql: $"SELECT * FROM Users WHERE Name LIKE {$"{(name == "" ? "a" : name)}%"}").ToListAsync()""")]
    [InlineData(
        """store.Database.ExecuteSqlRawAsync([|$"DELETE FROM Users WHERE Name = '{name}'"|], CancellationToken.None)""",
        """store.Database.ExecuteSqlAsync($"DELETE FROM Users WHERE Name = {name}", CancellationToken.None)""")]
    [InlineData(
        """Task.FromResult(store.Database.ExecuteSqlRaw([|$"DELETE FROM Users WHERE Name = '{name}'"|]))""",
        """Task.FromResult(store.Database.ExecuteSql($"DELETE FROM Users WHERE Name = {name}"))""")]
    [InlineData(
        """store.Database.SqlQueryRaw<int>([|$"SELECT Id AS Value FROM Users WHERE Name = '{name}'"|]).ToListAsync()""",
        """store.Database.SqlQuery<int>($"SELECT Id AS Value FROM Users WHERE Name = {name}").ToListAsync()""")]
    [InlineData(
        """store.Users.FromSqlRaw([|$"SELECT * FROM Users WHERE Id > {{0}} AND Name = '{name}'"|], 5).ToListAsync()""",
        """store.Users.FromSqlRaw("SELECT * FROM Users WHERE Id > {0} AND Name = {1}", 5, name).ToListAsync()""")]
    [InlineData(
        """store.Users.FromSqlRaw([|$"SELECT * FROM {nameof(Store.Users)} WHERE Name = '{name}' OR Mail = '{name}'"|]).ToListAsync()""",
        """store.Users.FromSqlRaw($"SELECT * FROM {nameof(Store.Users)} WHERE Name = {{0}} OR Mail = {{0}}", name).ToListAsync()""")]
    [InlineData(
        """store.Database.ExecuteSqlRawAsync([|$"DELETE FROM {nameof(Store.Users)} WHERE Name = '{name}'"|], CancellationToken.None)""",
        """store.Database.ExecuteSqlRawAsync($"DELETE FROM {nameof(Store.Users)} WHERE Name = {{0}}", new object[] { name }, CancellationToken.None)""")]
    public Task RawCall_IsRepaired(string before, string after) =>
        VerifyFix<SqlInjectionAnalyzer, SqlInjectionFixer>.RepairsAsync(Action($"return await {before};"), Action($"return await {after};"));

    [Fact]
    public Task TextInALocal_GetsNumberedPlaceholders() =>
        VerifyFix<SqlInjectionAnalyzer, SqlInjectionFixer>.RepairsAsync(
            Action("""
                var sql = $"SELECT * FROM Users WHERE Name = '{name}'";
                return await store.Users.FromSqlRaw([|sql|]).ToListAsync();
                """),
            Action("""
                var sql = "SELECT * FROM Users WHERE Name = {0}";
                return await store.Users.FromSqlRaw(sql, name).ToListAsync();
                """));

    [Fact]
    public Task CommentsInTheText_AreKept() =>
        VerifyFix<SqlInjectionAnalyzer, SqlInjectionFixer>.RepairsAsync(
            Action("""
                return await store.Users.FromSqlRaw(
                    [|"SELECT * FROM Users" + // everything
                    " WHERE Name = '" + name + "'"|]).ToListAsync();
                """, "string? name"),
            Action("""
                return await store.Users.FromSqlRaw(
                    "SELECT * FROM Users" + // everything
                    " WHERE Name = {0}",
                    (object?)name ?? DBNull.Value).ToListAsync();
                """, "string? name"));

    [Theory]
    [Clause(RuleIds.SqlInjection, "fix-ef", Verdict.IsSilent)]
    [InlineData("""return await store.Users.FromSqlRaw([|$"SELECT * FROM Users WHERE Name = '{name}' AND Note = '{{'"|]).ToListAsync();""")]
    [InlineData("""var values = new object[] { 5 }; return await store.Users.FromSqlRaw([|$"SELECT * FROM Users WHERE Id = {{0}} AND Name = '{name}'"|], values).ToListAsync();""")]
    [InlineData("""return await store.Database.ExecuteSqlRawAsync([|$"DELETE FROM Users WHERE Id = {{0}} AND Name = '{name}'"|], new object[] { 5 }, CancellationToken.None);""")]
    public Task DoubtfulCall_OffersNothing(string body) => VerifyFix<SqlInjectionAnalyzer, SqlInjectionFixer>.OffersNothingAsync(Action(body));

    /// <summary>A version that has only the older names: what is declared decides, not what newer versions are known to have.</summary>
    [Fact]
    public Task OlderVersion_GetsTheMethodThatItDeclares() =>
        VerifyFix<EverySqlTextAnalyzer, SqlInjectionFixer>.RepairsAsync(
            OlderVersion("set.FromSqlRaw([|$\"SELECT * FROM Users WHERE Name = '{name}'\"|])"),
            OlderVersion("set.FromSqlInterpolated($\"SELECT * FROM Users WHERE Name = {name}\")"),
            Setting.Default with { FrameworkOnly = true });

    private static string OlderVersion(string call) => $$"""
        using System;
        using Microsoft.EntityFrameworkCore;

        class Queries
        {
            object Find(DbSet<string> set, string name) => {{call}};
        }

        namespace Microsoft.EntityFrameworkCore
        {
            public class DbSet<T> { }

            public static class RelationalQueryableExtensions
            {
                public static object FromSqlRaw<T>(this DbSet<T> source, string sql, params object[] parameters) => source;

                public static object FromSqlInterpolated<T>(this DbSet<T> source, FormattableString sql) => source;

                // As in version 2, where it also takes plain text.
                public static object FromSql<T>(this DbSet<T> source, string sql) => source;
            }
        }

        """;
}

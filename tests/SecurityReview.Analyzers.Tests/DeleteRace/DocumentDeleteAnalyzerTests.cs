using SecurityReview.Analyzers.DeleteRace;
using SecurityReview.Analyzers.Tests.Verifiers;

namespace SecurityReview.Analyzers.Tests.DeleteRace;

/// <summary>Deletes of libraries beside Entity Framework, Dapper and ADO.NET, against their real assemblies where they restore.</summary>
public class DocumentDeleteAnalyzerTests
{
    private const string Usings = """
        using System;
        using System.Linq;
        using System.Threading;
        using System.Threading.Tasks;
        using LinqToDB;
        using LinqToDB.Async;
        using MongoDB.Bson;
        using MongoDB.Bson.Serialization.Attributes;
        using MongoDB.Driver;
        using SQLite;
        using StackExchange.Redis;

        public class Note { public Guid Id { get; set; } public string Owner { get; set; } = ""; }
        public class Page { [BsonId] public ObjectId Key { get; set; } public string Title { get; set; } = ""; }

        """;

    [Theory]
    [InlineData("public async Task M(IMongoCollection<Note> notes, Guid id) { await notes.[|DeleteOneAsync|](x => x.Id == id); }")]
    [InlineData("public void M(IMongoCollection<Page> pages, ObjectId id) { pages.[|DeleteOne|](p => p.Key == id); }")]
    [InlineData("public async Task M(IMongoCollection<Note> notes, Guid id) { await notes.[|DeleteOneAsync|](Builders<Note>.Filter.Eq(x => x.Id, id)); }")]
    [InlineData("public Task M(IMongoCollection<Note> notes, Guid id) { var filter = Builders<Note>.Filter.Eq(\"_id\", id); return notes.[|DeleteOneAsync|](filter); }")]
    [InlineData("public void M(LiteDB.ILiteCollection<Note> notes, Guid id) { notes.[|Delete|](id); }")]
    [InlineData("public void M(LiteDB.LiteRepository repository, Guid id) { repository.[|Delete|]<Note>(id); }")]
    [InlineData("public async Task M(SQLiteAsyncConnection connection, Guid id) { await connection.[|DeleteAsync|]<Note>(id); }")]
    [InlineData("public void M(SQLiteConnection connection, Note note) { connection.[|Delete|](note); }")]
    [InlineData("public async Task M(IDataContext data, Guid id) { await data.GetTable<Note>().Where(x => x.Id == id).[|DeleteAsync|](); }")]
    [InlineData("public void M(IDataContext data, Guid id) { data.GetTable<Note>().[|Delete|](x => x.Id == id); }")]
    [InlineData("public void M(IDataContext data, Note note) { data.[|Delete|](note); }")]
    [InlineData("public async Task DeleteBasketAsync(IDatabase redis, string id) { await redis.[|KeyDeleteAsync|](\"basket:\" + id); }")]
    [Clause(RuleIds.DeleteOutcomeIgnored, "libraries", Verdict.Reports)]
    public Task OneRow_Reports(string member) => Verify<DeleteOutcomeAnalyzer>.ReportsAsync($"{Usings}public class C {{ {member} }}");

    [Theory]
    [InlineData("public async Task<bool> M(IMongoCollection<Note> notes, Guid id) { var result = await notes.DeleteOneAsync(x => x.Id == id); return result.DeletedCount == 1; }")]
    [InlineData("public async Task M(IMongoCollection<Note> notes, string owner) { await notes.DeleteManyAsync(x => x.Owner == owner); }")]
    [InlineData("public async Task M(IMongoCollection<Note> notes, string owner) { await notes.DeleteOneAsync(x => x.Owner == owner); }")]
    [InlineData("public Task M(IMongoCollection<Note> notes, Guid id) => notes.DeleteOneAsync(Builders<Note>.Filter.Or(Builders<Note>.Filter.Eq(x => x.Id, id), Builders<Note>.Filter.Eq(x => x.Owner, \"\")));")]
    [InlineData("public bool M(LiteDB.ILiteCollection<Note> notes, Guid id) => notes.Delete(id);")]
    [InlineData("public void M(LiteDB.ILiteCollection<Note> notes, string owner) { notes.DeleteMany(x => x.Owner == owner); }")]
    [InlineData("public void M(SQLiteConnection connection, Note note) { if (connection.Delete(note) == 0) throw new InvalidOperationException(); }")]
    [InlineData("public void M(IDataContext data, string owner) { data.GetTable<Note>().Where(x => x.Owner == owner).Delete(); }")]
    [InlineData("public async Task DeleteProductAsync(IDatabase cache, string id) { await cache.KeyDeleteAsync(\"cache:product:\" + id); }")]
    [InlineData("public async Task SaveAsync(IDatabase redis, string id) { await redis.KeyDeleteAsync(\"basket:\" + id); }")]
    [InlineData("public async Task DeleteAsync(IDatabase redis, RedisKey[] keys) { await redis.KeyDeleteAsync(keys); }")]
    [Clause(RuleIds.DeleteOutcomeIgnored, "libraries", Verdict.IsSilent)]
    public Task ReadOutcomeOrManyRows_IsSilent(string member) => Verify<DeleteOutcomeAnalyzer>.IsSilentAsync($"{Usings}public class C {{ {member} }}");

    [Theory]
    [InlineData("public void M(IDataContext data) { data.GetTable<Note>().[|Delete|](); }")]
    [InlineData("public async Task M(IDataContext data) { await data.GetTable<Note>().OrderBy(x => x.Owner).[|DeleteAsync|](); }")]
    [InlineData("public void M(ITable<Note> notes) { notes.TableName(\"notes\").[|Delete|](); }")]
    [InlineData("public int M(IDataContext data) => Queries.Same(data.GetTable<Note>()).[|Delete|]();")]
    [Clause(RuleIds.UnscopedDelete, "bare-set", Verdict.Reports)]
    public Task WholeTable_Reports(string member) => Verify<UnscopedDeleteAnalyzer>.ReportsAsync($"{Usings}public class C {{ {member} }} {Queries}");

    [Theory]
    [InlineData("public void M(IDataContext data, Note note) { data.GetTable<Note>().WhereKey(note).Delete(); }")]
    [InlineData("public async Task M(IDataContext data, Note note, CancellationToken ct) { await data.GetTable<Note>().WhereKey(note).DeleteAsync(ct); }")]
    [InlineData("public int M<T>(IQueryable<T> source, T row) where T : class => source.WhereKey(row).Delete();")]
    [InlineData("public int M<T>(IQueryable<T> source) where T : class => source.Delete();")]
    [InlineData("public int M(IDataContext data, Note note) => Queries.WhereKey(data.GetTable<Note>(), note).Delete();")]
    [InlineData("public void M(IDataContext data, string owner) { data.GetTable<Note>().Delete(x => x.Owner == owner); }")]
    [Clause(RuleIds.UnscopedDelete, "bare-set", Verdict.IsSilent)]
    public Task RestrictedTable_IsSilent(string member) => Verify<UnscopedDeleteAnalyzer>.IsSilentAsync($"{Usings}public class C {{ {member} }} {Queries}");

    private const string Queries = """
        public static class Queries
        {
            public static IQueryable<T> WhereKey<T>(this IQueryable<T> source, T row) where T : class
            {
                ArgumentNullException.ThrowIfNull(source);
                return ByKey(source, row);
            }

            private static IQueryable<T> ByKey<T>(IQueryable<T> source, T row) where T : class => source.Where(x => x == row);

            public static IQueryable<T> Same<T>(this IQueryable<T> source) => source;
        }
        """;

    /// <summary>Libraries that do not restore here, by the signatures that they have.</summary>
    private const string Unrestored = """
        namespace Dapper.Contrib.Extensions { public static class SqlMapperExtensions { public static bool Delete<T>(this System.Data.IDbConnection connection, T entityToDelete) where T : class => connection is not null && entityToDelete is not null; } }
        namespace NPoco { public class Database { public int Delete<T>(object pocoOrPrimaryKey) => pocoOrPrimaryKey.GetHashCode(); } }
        namespace RepoDb { public static class DbConnectionExtension { public static int Delete<TEntity>(this System.Data.IDbConnection connection, TEntity entity) where TEntity : class => connection.GetHashCode() + entity.GetHashCode(); } }
        namespace System.Data.Entity { public class Database { public int ExecuteSqlCommand(string sql, params object[] parameters) => sql.Length + parameters.Length; } }
        namespace Dapper { public static class SimpleCRUD { public static int Delete<T>(this System.Data.IDbConnection connection, object id) => connection.GetHashCode() + id.GetHashCode(); public static int Delete<T>(this System.Data.IDbConnection connection, T entityToDelete) => connection.GetHashCode(); public static int DeleteList<T>(this System.Data.IDbConnection connection, object whereConditions) => connection.GetHashCode(); public static int DeleteList<T>(this System.Data.IDbConnection connection, string conditions, object parameters) => conditions.Length; } }
        public class Invoice { public int Id { get; set; } }
        """;

    [Theory]
    [InlineData("using Dapper.Contrib.Extensions;", "void M(System.Data.IDbConnection c, Invoice invoice) { c.[|Delete|](invoice); }")]
    [InlineData("", "void M(NPoco.Database db, int id) { db.[|Delete|]<Invoice>(id); }")]
    [InlineData("using RepoDb;", "void M(System.Data.IDbConnection c, Invoice invoice) { c.[|Delete|](invoice); }")]
    [InlineData("", "void M(System.Data.Entity.Database db, int id) { db.[|ExecuteSqlCommand|](\"DELETE FROM Invoices WHERE Id = @p0\", id); }")]
    [InlineData("using Dapper;", "void M(System.Data.IDbConnection c, int id) { c.[|Delete|]<Invoice>(id); }")]
    [InlineData("using Dapper;", "void M(System.Data.IDbConnection c, Invoice invoice) { c.[|Delete|](invoice); }")]
    [Clause(RuleIds.DeleteOutcomeIgnored, "libraries", Verdict.Reports)]
    public Task LibraryThatDoesNotRestore_Reports(string usings, string member) => Verify<DeleteOutcomeAnalyzer>.ReportsAsync($"{usings}\n{Unrestored}\nclass C {{ {member} }}");

    [Theory]
    [InlineData("void M(System.Data.IDbConnection c, int total) { c.DeleteList<Invoice>(new { Total = total }); }")]
    [InlineData("void M(System.Data.IDbConnection c, int total) { c.DeleteList<Invoice>(\"WHERE Total > @total\", new { total }); }")]
    [InlineData("bool M(System.Data.IDbConnection c, int id) => c.Delete<Invoice>(id) > 0;")]
    [Clause(RuleIds.DeleteOutcomeIgnored, "libraries", Verdict.IsSilent)]
    public Task ListOrReadOutcome_IsSilent(string member) => Verify<DeleteOutcomeAnalyzer>.IsSilentAsync($"using Dapper;\n{Unrestored}\nclass C {{ {member} }}");

    [Fact]
    [Clause(RuleIds.DeleteOutcomeIgnored, "bulk", Verdict.Reports)]
    public Task ListWithBulkIncluded_Reports() =>
        Verify<DeleteOutcomeAnalyzer>.ReportsAsync(
            $"using Dapper;\n{Unrestored}\nclass C {{ void M(System.Data.IDbConnection c, int total) {{ c.[|DeleteList|]<Invoice>(new {{ Total = total }}); }} }}",
            Setting.Default with { Options = "security_review.include_bulk = true" });
}

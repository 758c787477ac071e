using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.DeleteRace;

/// <summary>The methods that delete rows and tell how many there were, as far as a compilation has them.</summary>
internal sealed class DeleteApis
{
    private const string Async = "Async";

    private static readonly ImmutableArray<DeleteApi> s_rows = ImmutableArray.Create(
        // EF Core 7 and 8 declare it for relational stores, 9 and later for all.
        new DeleteApi("Microsoft.EntityFrameworkCore.RelationalQueryableExtensions", "ExecuteDelete", DeleteTargetKind.Query),
        new DeleteApi("Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions", "ExecuteDelete", DeleteTargetKind.Query),
        new DeleteApi("Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions", "ExecuteSql", DeleteTargetKind.SqlArgument, "sql"),
        new DeleteApi("Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions", "ExecuteSqlRaw", DeleteTargetKind.SqlArgument, "sql"),
        new DeleteApi("Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions", "ExecuteSqlInterpolated", DeleteTargetKind.SqlArgument, "sql"),
        new DeleteApi("Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions", "ExecuteSqlCommand", DeleteTargetKind.SqlArgument, "sql"),
        new DeleteApi("Dapper.SqlMapper", "Execute", DeleteTargetKind.SqlArgument, "sql", "param"),
        new DeleteApi("Dapper.SqlMapper", "Execute", DeleteTargetKind.CommandArgument, "command", "parameters"),
        new DeleteApi("System.Data.Common.DbCommand", "ExecuteNonQuery", DeleteTargetKind.CommandText),
        new DeleteApi("System.Data.IDbCommand", "ExecuteNonQuery", DeleteTargetKind.CommandText),
        new DeleteApi("ServiceStack.OrmLite.OrmLiteWriteApi", "DeleteById", DeleteTargetKind.Key, "id"),
        new DeleteApi("ServiceStack.OrmLite.OrmLiteWriteApiAsync", "DeleteById", DeleteTargetKind.Key, "id"),
        new DeleteApi("PetaPoco.Database", "Delete", DeleteTargetKind.Key, "pocoOrPrimaryKey"),
        new DeleteApi("NPoco.Database", "Delete", DeleteTargetKind.Key, "pocoOrPrimaryKey"),
        new DeleteApi("System.Data.Entity.Database", "ExecuteSqlCommand", DeleteTargetKind.SqlArgument, "sql"),
        new DeleteApi("Dapper.Contrib.Extensions.SqlMapperExtensions", "Delete", DeleteTargetKind.Entity, "entityToDelete"),
        new DeleteApi("Dapper.SimpleCRUD", "Delete", DeleteTargetKind.Key, "id"),
        new DeleteApi("Dapper.SimpleCRUD", "Delete", DeleteTargetKind.Entity, "entityToDelete"),
        new DeleteApi("Dapper.SimpleCRUD", "DeleteList", DeleteTargetKind.Condition, "whereConditions"),
        new DeleteApi("Dapper.SimpleCRUD", "DeleteList", DeleteTargetKind.Condition, "conditions"),
        new DeleteApi("RepoDb.DbConnectionExtension", "Delete", DeleteTargetKind.Entity, "entity"),
        new DeleteApi("LinqToDB.LinqExtensions", "Delete", DeleteTargetKind.Query),
        new DeleteApi("LinqToDB.DataExtensions", "Delete", DeleteTargetKind.Entity, "obj"),
        new DeleteApi("SQLite.SQLiteConnection", "Delete", DeleteTargetKind.Key, "primaryKey"),
        new DeleteApi("SQLite.SQLiteConnection", "Delete", DeleteTargetKind.Entity, "objectToDelete"),
        new DeleteApi("SQLite.SQLiteAsyncConnection", "Delete", DeleteTargetKind.Key, "primaryKey"),
        new DeleteApi("SQLite.SQLiteAsyncConnection", "Delete", DeleteTargetKind.Entity, "objectToDelete"),
        new DeleteApi("LiteDB.ILiteCollection`1", "Delete", DeleteTargetKind.Key, "id"),
        new DeleteApi("LiteDB.ILiteRepository", "Delete", DeleteTargetKind.Key, "id"),
        new DeleteApi("MongoDB.Driver.IMongoCollection`1", "DeleteOne", DeleteTargetKind.Condition, "filter"),
        new DeleteApi("MongoDB.Driver.IMongoCollectionExtensions", "DeleteOne", DeleteTargetKind.Condition, "filter"),
        new DeleteApi("StackExchange.Redis.IDatabase", "KeyDelete", DeleteTargetKind.Entry, "key"),
        new DeleteApi("StackExchange.Redis.IDatabaseAsync", "KeyDelete", DeleteTargetKind.Entry, "key"),
        new DeleteApi("Microsoft.AspNetCore.Identity.UserManager`1", "Delete", DeleteTargetKind.Entity, "user"),
        new DeleteApi("Microsoft.AspNetCore.Identity.RoleManager`1", "Delete", DeleteTargetKind.Entity, "role"));

    /// <summary>The methods that read one value.</summary>
    private static readonly ImmutableArray<DeleteApi> s_scalars = ImmutableArray.CreateRange(
        from method in new[] { "ExecuteScalar", "QueryFirst", "QueryFirstOrDefault", "QuerySingle", "QuerySingleOrDefault" }
        from api in new[]
        {
            new DeleteApi("Dapper.SqlMapper", method, DeleteTargetKind.SqlArgument, "sql", "param"),
            new DeleteApi("Dapper.SqlMapper", method, DeleteTargetKind.CommandArgument, "command", "parameters"),
        }
        select api)
        .Add(new DeleteApi("System.Data.Common.DbCommand", "ExecuteScalar", DeleteTargetKind.CommandText))
        .Add(new DeleteApi("System.Data.IDbCommand", "ExecuteScalar", DeleteTargetKind.CommandText));

    /// <summary>The methods that read rows.</summary>
    private static readonly ImmutableArray<DeleteApi> s_readers = s_scalars
        .Add(new DeleteApi("Dapper.SqlMapper", "Query", DeleteTargetKind.SqlArgument, "sql", "param"))
        .Add(new DeleteApi("Dapper.SqlMapper", "Query", DeleteTargetKind.CommandArgument, "command", "parameters"))
        .Add(new DeleteApi("System.Data.Common.DbCommand", "ExecuteReader", DeleteTargetKind.CommandText))
        .Add(new DeleteApi("System.Data.IDbCommand", "ExecuteReader", DeleteTargetKind.CommandText));

    private readonly ILookup<string, (INamedTypeSymbol Type, DeleteApi Api)> _byName;

    private DeleteApis(KnownTypes types, ImmutableArray<DeleteApi> rows) =>
        _byName = (from api in rows
                   let type = types[api.Type]
                   where type is not null
                   from name in new[] { api.Method, api.Method + Async }
                   select (name, type, api)).ToLookup(row => row.name, row => (row.type, row.api), StringComparer.Ordinal);

    public static DeleteApis Of(KnownTypes types) => types.Fact(static key => new DeleteApis(key, s_rows));

    /// <summary>The methods that read one value by SQL text, as far as a compilation has them.</summary>
    public static DeleteApis OfScalars(KnownTypes types) => new(types, s_scalars);

    /// <summary>Their names.</summary>
    public IEnumerable<string> Names => _byName.Select(static group => group.Key);

    /// <summary>The methods that read rows by SQL text, as far as a compilation has them.</summary>
    public static DeleteApis OfReaders(KnownTypes types) => new(types, s_readers);

    /// <summary>Whether any of them has a name.</summary>
    public bool Knows(string method) => _byName.Contains(method);

    /// <summary>The API that a call uses; null if it is none.</summary>
    public DeleteApi? Match(IInvocationOperation call)
    {
        foreach (var (type, api) in _byName[call.TargetMethod.Name])
        {
            var fits = api.Target.Length == 0 || call.ArgumentFor(api.Target) is not null;
            if (fits && call.TargetMethod.ContainingType.IsOrInherits(type))
                return api;
        }

        return null;
    }
}

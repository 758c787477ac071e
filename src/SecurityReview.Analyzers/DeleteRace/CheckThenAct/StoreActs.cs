using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Bodies;
using SecurityReview.Analyzers.Sql;
using SecurityReview.Analyzers.Storage;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Names;

namespace SecurityReview.Analyzers.DeleteRace.CheckThenAct;

/// <summary>Recognises deletes and inserts of one thing, in databases, files, shared dictionaries, blobs and caches.</summary>
internal sealed class StoreActs
{
    private const string FileStream = "FileStream";

    /// <summary>How ADO.NET, and mappers over it, tell of a violated key.</summary>
    private static readonly ImmutableArray<string> s_databaseExceptions = ImmutableArray.Create("System.Data.Common.DbException");
    private static readonly ImmutableArray<string> s_fileExceptions = ImmutableArray.Create("System.IO.IOException", "System.UnauthorizedAccessException");
    private static readonly ImmutableArray<string> s_blobExceptions = ImmutableArray.Create("Azure.RequestFailedException");

    private static readonly HashSet<string> s_names = new(StringComparer.Ordinal)
    {
        "TryRemove", "Remove", "TryAdd", "Add", "AddAsync", "Delete", "DeleteAsync", "Create", "CreateText", "WriteAllText", "WriteAllTextAsync", "WriteAllBytes", "WriteAllBytesAsync",
        "WriteAllLines", "WriteAllLinesAsync", "Copy", "Move", "KeyDelete", "KeyDeleteAsync", "StringSet", "StringSetAsync",
    };

    private readonly DeleteReader _deletes;
    private readonly DeleteApis _apis;
    private readonly TableEntities _entities;
    private readonly EntityInserts _inserts;

    public StoreActs(KnownTypes types)
    {
        _deletes = DeleteReader.Of(types);
        _apis = DeleteApis.Of(types);
        _entities = TableEntities.Of(types);
        _inserts = new EntityInserts(types);
        Words = BodyWords.OfCalls(s_names.Concat(_apis.Names)).Or(WordUse.Any, FileStream).OrConstructions(types).OrElementAssignments();
    }

    /// <summary>The words without one of which a body has no act.</summary>
    public BodyWords Words { get; }

    /// <summary>Whether the name of an operation is one of an act: the price that all other operations pay.</summary>
    public bool MayBe(IOperation operation) => operation switch
    {
        IInvocationOperation call => s_names.Contains(call.TargetMethod.Name) || _apis.Knows(call.TargetMethod.Name),
        IObjectCreationOperation creation => creation.Type?.Name == FileStream,
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.IsIndexer: true } } => true,
        _ => false,
    };

    /// <summary>What an operation deletes or makes; null where it does neither.</summary>
    public StoreAct? Read(IOperation operation, CancellationToken cancellation) => operation switch
    {
        IInvocationOperation call => OfMap(call) ?? OfFile(call) ?? OfClient(call) ?? _inserts.Read(call) ?? OfRows(call, cancellation),
        IObjectCreationOperation creation => OfStream(creation),
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } map, Arguments: { Length: 1 } keys } target, Value: var value }
            when StoreTypes.IsSharedMap(map) => Insert(target, ResourceKind.Map, ValueText.Of(map), keys[0].Value, map.Syntax.ToString()) with { IsGiven = IsGiven(value) },
        _ => null,
    };

    private StoreAct? OfRows(IInvocationOperation call, CancellationToken cancellation)
    {
        if (_apis.Match(call) is not { } api)
            return null;
        if (_deletes.Read(call, cancellation) is { } scope)
        {
            return scope.IsSingleRow && !scope.Values.IsEmpty
                ? new StoreAct(call, new Resource(ResourceKind.Rows, scope.Target, scope.Values), IsInsert: false, scope.Target) { Scope = scope }
                : null;
        }

        if (StatementTexts.Of(call, api, SqlVerb.Insert, cancellation) is not { } statement || SqlInsert.Read(statement) is not { } insert)
            return null;
        var store = _entities.Find(insert.Table)?.Name ?? insert.Table;
        return new StoreAct(call, new Resource(ResourceKind.Rows, store, insert.Values), IsInsert: true, store) { IsGiven = true, Exceptions = s_databaseExceptions };
    }

    private static StoreAct? OfMap(IInvocationOperation call)
    {
        if (call.Instance is not { } map || call.Arguments.Length == 0 || call.TargetMethod.Name is not ("TryRemove" or "Remove" or "TryAdd" or "Add") || !StoreTypes.IsSharedMap(map))
            return null;
        var store = ValueText.Of(map);
        return call.TargetMethod.Name is "TryRemove" or "Remove"
            ? Delete(call, ResourceKind.Map, store, call.Arguments[0].Value, map.Syntax.ToString())
            : Insert(call, ResourceKind.Map, store, call.Arguments[0].Value, map.Syntax.ToString()) with { IsGiven = call.Arguments.Length > 1 && IsGiven(call.Arguments[1].Value) };
    }

    private static StoreAct? OfFile(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (!method.ContainingNamespace.IsNamed("System", "IO"))
            return null;
        switch (method.ContainingType.Name)
        {
            case "File" or "Directory" when method.Name == "Delete" && call.ArgumentFor("path") is { } path:
                return Delete(call, method.ContainingType.Name == "File" ? ResourceKind.File : ResourceKind.Directory, "", path.Value, path.Value.Syntax.ToString()) with { Exceptions = s_fileExceptions };
            case "FileInfo" or "DirectoryInfo" when method.Name == "Delete" && call.Instance is { } file:
                return Delete(call, method.ContainingType.Name == "FileInfo" ? ResourceKind.File : ResourceKind.Directory, "", file, file.Syntax.ToString()) with { Exceptions = s_fileExceptions };
            case "File" when method.Name is "Create" or "CreateText" or "WriteAllText" or "WriteAllTextAsync" or "WriteAllBytes" or "WriteAllBytesAsync" or "WriteAllLines" or "WriteAllLinesAsync"
                && call.ArgumentFor("path") is { } made:
                return Insert(call, ResourceKind.File, "", made.Value, made.Value.Syntax.ToString()) with { Exceptions = s_fileExceptions };
            case "File" when method.Name is "Copy" or "Move" && call.ArgumentFor("overwrite")?.Value.ConstantValue is { HasValue: true, Value: true } && call.ArgumentFor("destFileName") is { } target:
                return Insert(call, ResourceKind.File, "", target.Value, target.Value.Syntax.ToString()) with { Exceptions = s_fileExceptions };
            default:
                return null;
        }
    }

    /// <summary><c>new FileStream(path, FileMode.Create)</c> takes over what is there; <c>CreateNew</c> refuses.</summary>
    private static StoreAct? OfStream(IObjectCreationOperation creation)
    {
        if (creation.Type is not { Name: FileStream } type || !type.ContainingNamespace.IsNamed("System", "IO"))
            return null;
        var mode = creation.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == "mode")?.Value.Unwrap();
        return mode is IFieldReferenceOperation { Field.Name: "Create" or "OpenOrCreate" } && creation.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == "path") is { } path
            ? Insert(creation, ResourceKind.File, "", path.Value, path.Value.Syntax.ToString()) with { Exceptions = s_fileExceptions }
            : null;
    }

    private static StoreAct? OfClient(IInvocationOperation call)
    {
        if (call.Instance is not { Type: { } type } client)
            return null;
        return call.TargetMethod.Name switch
        {
            "Delete" or "DeleteAsync" when StoreTypes.IsBlob(type) => Delete(call, ResourceKind.Blob, "", client, client.Syntax.ToString()) with { Exceptions = s_blobExceptions },
            "KeyDelete" or "KeyDeleteAsync" when StoreTypes.IsRedis(type) && call.ArgumentFor("key") is { } key =>
                Delete(call, ResourceKind.CacheKey, ValueText.Of(client), key.Value, key.Value.Syntax.ToString()),
            "StringSet" or "StringSetAsync" when StoreTypes.IsRedis(type) && call.ArgumentFor("key") is { } set && !call.Syntax.ToString().Contains("NotExists") =>
                Insert(call, ResourceKind.CacheKey, ValueText.Of(client), set.Value, set.Value.Syntax.ToString()),
            _ => null,
        };
    }

    private static StoreAct Delete(IOperation operation, ResourceKind kind, string store, IOperation key, string name) =>
        new(operation, Resource.Of(kind, store, ValueText.Of(key)), IsInsert: false, name);

    private static StoreAct Insert(IOperation operation, ResourceKind kind, string store, IOperation key, string name) =>
        new(operation, Resource.Of(kind, store, ValueText.Of(key)), IsInsert: true, name);

    private static bool IsGiven(IOperation value) => value.Unwrap() is IParameterReferenceOperation;
}

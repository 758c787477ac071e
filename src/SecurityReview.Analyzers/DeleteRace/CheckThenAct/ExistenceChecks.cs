using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Storage;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.DeleteRace.CheckThenAct;

/// <summary>Recognises questions whether something is there.</summary>
internal sealed class ExistenceChecks(KnownTypes types)
{
    private static readonly HashSet<string> s_queries = new(StringComparer.Ordinal) { "Any", "AnyAsync", "Count", "CountAsync", "LongCount", "LongCountAsync" };
    private static readonly HashSet<string> s_queryTypes = new(StringComparer.Ordinal) { "Queryable", "EntityFrameworkQueryableExtensions", "QueryableExtensions" };

    private readonly SqlExistence _sql = new(types);
    private readonly CheckMethods _methods = new(types.Compilation);

    /// <summary>What an operation asks for; null where it asks nothing of the kind.</summary>
    public ExistenceCheck? Read(IOperation operation, CancellationToken cancellation) => operation switch
    {
        IInvocationOperation call when OfCall(call, cancellation) is { } resource => new ExistenceCheck(operation, resource),
        IPropertyReferenceOperation { Property: { Name: "Exists", ContainingNamespace: var space }, Instance: { } file } when space.IsNamed("System", "IO") =>
            new ExistenceCheck(operation, Resource.Of(file.Type?.Name == "DirectoryInfo" ? ResourceKind.Directory : ResourceKind.File, "", ValueText.Of(file))),
        _ => null,
    };

    private Resource? OfCall(IInvocationOperation call, CancellationToken cancellation)
    {
        var method = call.TargetMethod;
        switch (method.Name)
        {
            case "Exists" when method.ContainingNamespace.IsNamed("System", "IO") && call.Arguments.Length == 1 && method.ContainingType.Name is "File" or "Directory":
                return Resource.Of(method.ContainingType.Name == "File" ? ResourceKind.File : ResourceKind.Directory, "", ValueText.Of(call.Arguments[0].Value));
            case "ContainsKey" when call.Instance is { } map && call.Arguments.Length == 1:
                return Resource.Of(ResourceKind.Map, ValueText.Of(map), ValueText.Of(call.Arguments[0].Value));
            case "Exists" or "ExistsAsync" when call.Instance is { Type: { } client } blob && StoreTypes.IsBlob(client):
                return Resource.Of(ResourceKind.Blob, "", ValueText.Of(blob));
            case "KeyExists" or "KeyExistsAsync" when call.Instance is { Type: { } database } redis && StoreTypes.IsRedis(database) && call.ArgumentFor("key") is { } key:
                return Resource.Of(ResourceKind.CacheKey, ValueText.Of(redis), ValueText.Of(key.Value));
        }

        if (s_queries.Contains(method.Name) && s_queryTypes.Contains(method.ContainingType?.Name ?? ""))
            return OfQuery(call);
        return _sql.Read(call, cancellation) ?? _methods.Resolve(call, inner => Read(inner, cancellation)?.Resource, cancellation);
    }

    private static Resource? OfQuery(IInvocationOperation call) =>
        call.TargetMethod.TypeArguments.FirstOrDefault() is { } entity && QueryConditions.EqualitiesOf(call) is { Count: > 0 } members
            ? new Resource(ResourceKind.Rows, entity.Name, members.ToImmutableDictionary(member => member.Key, member => ValueText.Of(member.Value)))
            : null;
}

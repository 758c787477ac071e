using Microsoft.CodeAnalysis;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.DeleteRace.CheckThenAct;

/// <summary>Clients of stores, known by name: the compilation has them or it does not.</summary>
internal static class StoreTypes
{
    public static bool IsBlob(ITypeSymbol type) =>
        type.SelfAndBaseTypes().Any(current => current.Name is "BlobBaseClient" or "BlobContainerClient" && IsIn(current, "Azure.Storage.Blobs"));

    public static bool IsRedis(ITypeSymbol type) =>
        type.SelfAndInterfaces().Any(current => current.Name is "IDatabase" or "IDatabaseAsync" && IsIn(current, "StackExchange.Redis"));

    /// <summary>A dictionary made for threads to share, or one in a static member.</summary>
    public static bool IsSharedMap(IOperation map) => map switch
    {
        Microsoft.CodeAnalysis.Operations.ILocalReferenceOperation => false,
        _ when map.Type is { Name: "ConcurrentDictionary" } => true,
        Microsoft.CodeAnalysis.Operations.IMemberReferenceOperation { Member: { IsStatic: true } member } =>
            map.Type?.Name is "Dictionary" or "IDictionary" or "SortedDictionary" && !member.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "ThreadStaticAttribute"),
        _ => false,
    };

    private static bool IsIn(ITypeSymbol type, string space) =>
        type.ContainingNamespace?.ToDisplayString().StartsWith(space, StringComparison.Ordinal) == true;
}

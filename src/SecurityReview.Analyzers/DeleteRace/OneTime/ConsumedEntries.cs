using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.DeleteRace.CheckThenAct;
using SecurityReview.Analyzers.Flow;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.DeleteRace.OneTime;

/// <summary>Recognises entries of caches and shared dictionaries that hold a one-time credential, by the names of the store and the key.</summary>
internal sealed class ConsumedEntries(KnownTypes types)
{
    private static readonly string[] s_reads = ["Get", "TryGet", "StringGet", "HashGet", "Contains", "KeyExists"];

    private readonly INamedTypeSymbol? _distributed = types["Microsoft.Extensions.Caching.Distributed.IDistributedCache"];
    private readonly INamedTypeSymbol? _memory = types["Microsoft.Extensions.Caching.Memory.IMemoryCache"];

    /// <summary>The entry that a call removes; null for every other call.</summary>
    public Consumption? Read(IInvocationOperation call)
    {
        if (call.Receiver() is not { Type: { } type } store || !IsRemoval(call, store, type) || KeyOf(call) is not { } key)
            return null;
        return NamesIn(key).Concat(NamesIn(store)).FirstOrDefault(CredentialNames.Tell) is { } name
            ? new Consumption(call, ConsumptionKind.Entry, string.Join(" ", NameWords.Of(name))) { Store = ValueText.Of(store), Key = ValueText.Of(key) }
            : null;
    }

    /// <summary>Whether an operation reads an entry.</summary>
    public static bool IsRead(IOperation operation, Consumption entry) => operation switch
    {
        IInvocationOperation call => s_reads.Any(prefix => call.TargetMethod.Name.StartsWith(prefix, StringComparison.Ordinal))
            && call.Receiver() is { } store && KeyOf(call) is { } key && ValueText.Of(store) == entry.Store && ValueText.Of(key) == entry.Key,
        IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } map, Arguments: { Length: 1 } keys } => ValueText.Of(map) == entry.Store && ValueText.Of(keys[0].Value) == entry.Key,
        _ => false,
    };

    private bool IsRemoval(IInvocationOperation call, IOperation store, ITypeSymbol type) => call.TargetMethod.Name switch
    {
        "TryRemove" => StoreTypes.IsSharedMap(store),
        "Remove" => StoreTypes.IsSharedMap(store) || type.IsOrInherits(_distributed) || type.IsOrInherits(_memory),
        "RemoveAsync" => type.IsOrInherits(_distributed),
        "KeyDelete" or "KeyDeleteAsync" => StoreTypes.IsRedis(type),
        _ => false,
    };

    private static IOperation? KeyOf(IInvocationOperation call) =>
        call.ArgumentFor(call.TargetMethod.IsExtensionMethod ? 1 : 0)?.Value;

    /// <summary>The names and texts that an expression is made of; a local also by what it was declared with.</summary>
    private static IEnumerable<string> NamesIn(IOperation expression)
    {
        foreach (var operation in expression.DescendantsAndSelf())
        {
            switch (operation)
            {
                case ILocalReferenceOperation local:
                    yield return local.Local.Name;
                    if (SingleAssignment.ValueOf(local.Local, local) is { } assigned)
                    {
                        foreach (var name in assigned.DescendantsAndSelf().Select(NameOf).OfType<string>())
                            yield return name;
                    }

                    break;
                case IInvocationOperation { TargetMethod: var method }:
                    foreach (var name in TextsOf(method).Prepend(method.Name))
                        yield return name;
                    break;
                case var other when NameOf(other) is { } name:
                    yield return name;
                    break;
            }
        }
    }

    /// <summary>The texts in an own method, which makes the key: <c>$"otp:{phone}"</c>.</summary>
    private static IEnumerable<string> TextsOf(IMethodSymbol method) =>
        method.DeclaringSyntaxReferences.Length == 1
            ? method.DeclaringSyntaxReferences[0].GetSyntax().DescendantTokens()
                .Where(static token => token.IsKind(SyntaxKind.StringLiteralToken) || token.IsKind(SyntaxKind.InterpolatedStringTextToken)).Select(static token => token.ValueText)
            : [];

    private static string? NameOf(IOperation operation) => operation switch
    {
        ILiteralOperation { ConstantValue: { HasValue: true, Value: string text } } => text,
        IMemberReferenceOperation member => member.Member.Name,
        IInvocationOperation call => call.TargetMethod.Name,
        IParameterReferenceOperation parameter => parameter.Parameter.Name,
        _ => null,
    };
}

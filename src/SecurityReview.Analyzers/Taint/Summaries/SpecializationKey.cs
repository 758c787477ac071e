using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SecurityReview.Analyzers.Taint.Lattice;

namespace SecurityReview.Analyzers.Taint.Summaries;

/// <summary>Spells what is known of a place, so that equal knowledge is spelled alike.</summary>
internal static class SpecializationKey
{
    public static string Of(SymbolicOrigin place, AbstractValue known) =>
        $"{place.Root.Name}{place.Path}={(known.Constant.IsKnown ? Of(known.Constant.Value) : known.Constant.IsConstant ? Of(known.Constant.Values) : string.Join("+", known.Objects.Select(Of).OrderBy(static key => key, StringComparer.Ordinal)))}";

    private static string Of(ImmutableArray<object?> constants) => "{" + string.Join(",", constants.Select(static constant => Of(constant)).OrderBy(static key => key, StringComparer.Ordinal)) + "}";

    private static string Of(object? constant) => constant is null ? "null" : $"{constant.GetType().Name}:{constant}";

    private static string Of(HeapObject target) => target switch
    {
        HeapObject.Function function => $"{Of(function.Method)}@{(function.Receiver is null ? "" : Of(function.Receiver))}{(function.Variables is null ? "" : Of(function.Variables))}",
        HeapObject.Closure closure => $"{Of(closure.Owner)}{Of(closure.Calls)}",
        HeapObject.Passed passed => $"{Of(passed.Origin.Root)}{passed.Origin.Path}:{passed.Exact?.ToDisplayString()}",
        HeapObject.Allocation allocation => $"{Of(allocation.Site)}{Of(allocation.Calls)}{(allocation.CopyOf is null ? "" : Of(allocation.CopyOf))}",
        HeapObject.Mirror mirror => Of(mirror.Symbol),
        _ => "",
    };

    private static string Of(CallChain? calls) => calls is null ? "" : $"<{Of(calls.Call)}{Of(calls.Inner)}";

    private static string Of(SyntaxNode node) => $"{node.SyntaxTree.FilePath}:{node.SpanStart}";

    private static string Of(ISymbol symbol) =>
        symbol.DeclaringSyntaxReferences.FirstOrDefault() is { } place ? $"{place.SyntaxTree.FilePath}:{place.Span.Start}:{symbol.Name}" : symbol.ToDisplayString();
}

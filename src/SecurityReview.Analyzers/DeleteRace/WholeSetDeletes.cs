using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Storage;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.DeleteRace;

/// <summary>Recognises deletes of all that a table holds, and code that says by its name that it means to.</summary>
internal sealed class WholeSetDeletes(KnownTypes types)
{
    /// <summary>The method that deletes what it is given.</summary>
    public const string Range = "RemoveRange";

    /// <summary>Words of names beside those of clean-up code.</summary>
    private static readonly HashSet<string> s_words = new(StringComparer.OrdinalIgnoreCase)
    {
        "Everything", "Empty", "Drop", "Recreate", "Reindex", "Regenerate", "Import", "Reload", "Initialize", "Init", "Demo", "Test", "Restore", "Snapshot",
    };

    private readonly TrackedStores _stores = TrackedStores.Of(types);
    private readonly WholeQueries _whole = new(types);
    private readonly QueryFilters _filters = QueryFilters.Of(types);

    /// <summary>What a call deletes without any condition; null where it has one.</summary>
    /// <param name="call">The call.</param>
    /// <param name="scope">What it deletes, if it is an immediate delete.</param>
    public DeleteScope? Of(IInvocationOperation call, DeleteScope? scope, CancellationToken cancellation)
    {
        if (scope is null)
            return OfRange(call, cancellation);
        if (!scope.IsWhole || IsTemporary(scope) || (scope.Table is null && scope.Entity is { } entity && _filters.Restrict(entity)))
            return null;
        return scope;
    }

    /// <summary>Whether the code around a call is named after deleting all; what a remote caller can start is not excused by <c>All</c>.</summary>
    public static bool IsMeant(IOperation call, ISymbol member, bool isEndpoint) =>
        NamesAround(call, member).SelectMany(name => NameWords.Of(name)).Any(word => s_words.Contains(word) || (!isEndpoint && word == "All"));

    /// <summary><c>db.Orders.RemoveRange(db.Orders)</c>, also over a list of all of them.</summary>
    private DeleteScope? OfRange(IInvocationOperation call, CancellationToken cancellation)
    {
        if (call.TargetMethod.Name != Range || call.Arguments.Length != 1 || !_stores.IsStore(call.Instance?.Type))
            return null;
        var rows = call.Arguments[0].Value.Unwrap();
        return rows.Type?.SequenceElement() is { } entity && _whole.Contains(rows, cancellation) && !IsThinnedOut(rows) && !_filters.Restrict(entity)
            ? new DeleteScope(entity.Name, IsSingleRow: false) { Entity = entity, IsWhole = true }
            : null;
    }

    /// <summary>Whether the code takes some out of a list before it hands it over: those stay.</summary>
    private static bool IsThinnedOut(IOperation rows) => rows is ILocalReferenceOperation list && list.Root().DescendantsAndSelf().OfType<IInvocationOperation>().Any(call =>
        call.TargetMethod.Name.StartsWith("Remove", StringComparison.Ordinal) && call.Instance is ILocalReferenceOperation { Local: { } local } &&
        SymbolEqualityComparer.Default.Equals(local, list.Local));

    private static bool IsTemporary(DeleteScope scope) =>
        scope.Table is { } table && (table.Length == 0 || table[0] is '#' or '@' || NameWords.Of(table).Any(word => word.Equals("temp", StringComparison.OrdinalIgnoreCase) || word.Equals("tmp", StringComparison.OrdinalIgnoreCase)
            || word.Equals("staging", StringComparison.OrdinalIgnoreCase) || word.Equals("cache", StringComparison.OrdinalIgnoreCase)));

    private static IEnumerable<string> NamesAround(IOperation call, ISymbol member)
    {
        yield return member.Name;
        foreach (var function in Protection.Surroundings.Around(call).Select(around => around.Parent).OfType<ILocalFunctionOperation>())
            yield return function.Symbol.Name;
    }
}

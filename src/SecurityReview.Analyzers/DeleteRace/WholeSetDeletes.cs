using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Flow;
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
    private readonly QueryFilters _filters = QueryFilters.Of(types);

    /// <summary>What a call deletes without any condition; null where it has one.</summary>
    /// <param name="call">The call.</param>
    /// <param name="scope">What it deletes, if it is an immediate delete.</param>
    public DeleteScope? Of(IInvocationOperation call, DeleteScope? scope)
    {
        if (scope is null)
            return OfRange(call);
        if (!scope.IsWhole || IsTemporary(scope) || (scope.Table is null && scope.Entity is { } entity && _filters.Restrict(entity)))
            return null;
        return scope;
    }

    /// <summary>Whether the code around a call is named after deleting all; what a remote caller can start is not excused by <c>All</c>.</summary>
    public static bool IsMeant(IOperation call, ISymbol member, bool isEndpoint) =>
        NamesAround(call, member).SelectMany(name => NameWords.Of(name)).Any(word => s_words.Contains(word) || (!isEndpoint && word == "All"));

    /// <summary><c>db.Orders.RemoveRange(db.Orders)</c>, also over a list of all of them.</summary>
    private DeleteScope? OfRange(IInvocationOperation call)
    {
        if (call.TargetMethod.Name != Range || call.Arguments.Length != 1 || !_stores.IsStore(call.Instance?.Type))
            return null;
        var rows = call.Arguments[0].Value.Unwrap();
        if (rows is ILocalReferenceOperation local && SingleAssignment.ValueOf(local.Local, local) is { } assigned)
            rows = assigned.Unwrap();
        if (rows is IAwaitOperation awaited)
            rows = awaited.Operation.Unwrap();
        if (rows is IInvocationOperation { TargetMethod.Name: "ToList" or "ToListAsync" or "ToArray" or "ToArrayAsync" or "AsEnumerable" } list && list.Receiver() is { } source)
            rows = source.Unwrap();
        return rows.Type is INamedTypeSymbol { Arity: 1 } set && _stores.IsStore(set) && !_filters.Restrict(set.TypeArguments[0])
            ? new DeleteScope(set.TypeArguments[0].Name, IsSingleRow: false) { Entity = set.TypeArguments[0], IsWhole = true }
            : null;
    }

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

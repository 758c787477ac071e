using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.DeleteRace;

/// <summary>Code that removes what may be left over, where nothing found is as good as something: clean-up, disposal, test set-up.</summary>
internal sealed class CleanUpCode(KnownTypes types)
{
    /// <summary>Words of names, matched as a whole word.</summary>
    private static readonly HashSet<string> s_words = new(StringComparer.OrdinalIgnoreCase)
    {
        "Clean", "Cleaner", "Cleaning", "Cleanup", "Clear", "Compensate", "Dispose", "Evict", "Expire", "Expired", "Expiration", "Expiry", "Flush", "Housekeeping",
        "Obsolete", "Orphan", "Orphaned", "Orphans", "Prune", "Pruner", "Purge", "Purger", "Reaper", "Rebuild", "Reset", "Retention", "Rollback", "Seed", "Seeder",
        "Setup", "Stale", "Sweep", "Sweeper", "Teardown", "Truncate", "Undo", "Wipe",
    };

    /// <summary>Pairs of words that mean the same as one of the above.</summary>
    private static readonly HashSet<string> s_pairs = new(StringComparer.OrdinalIgnoreCase) { "SetUp", "TearDown", "RollBack", "GarbageCollect", "CleanUp" };

    /// <param name="operation">The delete.</param>
    /// <param name="member">The member that contains it.</param>
    public bool Contains(IOperation operation, ISymbol member)
    {
        for (IOperation? child = operation, current = operation.Parent; current is not null; child = current, current = current.Parent)
        {
            switch (current)
            {
                case ITryOperation { Finally: { } block } when ReferenceEquals(block, child):
                case ICatchClauseOperation:
                case ILocalFunctionOperation local when IsNamedSo(local.Symbol.Name):
                    return true;
            }
        }

        for (var symbol = member; symbol is not null and not INamespaceSymbol; symbol = symbol.ContainingSymbol)
        {
            if (IsNamedSo(symbol.Name) || symbol is IMethodSymbol { MethodKind: MethodKind.Destructor })
                return true;
            if (symbol is INamedTypeSymbol type && type.IsOrInherits(types["Microsoft.EntityFrameworkCore.Migrations.Migration"]))
                return true;
        }

        return false;
    }

    private static bool IsNamedSo(string name)
    {
        var words = NameWords.Of(name);
        for (var i = 0; i < words.Length; i++)
        {
            if (s_words.Contains(words[i]) || (i > 0 && s_pairs.Contains(words[i - 1] + words[i])))
                return true;
        }

        return false;
    }
}

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

    /// <summary>What somebody resets who has forgotten it: there the word does not speak of clean-up.</summary>
    private static readonly HashSet<string> s_credentials = new(StringComparer.OrdinalIgnoreCase) { "Password", "Passcode", "Credential", "Credentials", "Pin", "Token", "Code", "Account" };

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
                case ILocalFunctionOperation local when IsNamedSo(local.Symbol.Name, isOfCredentials: false):
                    return true;
            }
        }

        var isOfCredentials = WordsAround(member).Any(s_credentials.Contains);
        for (var symbol = member; symbol is not null and not INamespaceSymbol; symbol = symbol.ContainingSymbol)
        {
            if (IsNamedSo(symbol.Name, isOfCredentials) || symbol is IMethodSymbol { MethodKind: MethodKind.Destructor })
                return true;
            if (symbol is INamedTypeSymbol type && type.IsOrInherits(types["Microsoft.EntityFrameworkCore.Migrations.Migration"]))
                return true;
        }

        return false;
    }

    private static IEnumerable<string> WordsAround(ISymbol member)
    {
        var names = new[] { member.Name, member.ContainingType?.Name ?? "" };
        var parameters = (member as IMethodSymbol)?.Parameters.SelectMany(static parameter => new[] { parameter.Name, parameter.Type.Name }) ?? [];
        return names.Concat(parameters).SelectMany(static name => NameWords.Of(name));
    }

    private static bool IsNamedSo(string name, bool isOfCredentials)
    {
        var words = NameWords.Of(name);
        for (var i = 0; i < words.Length; i++)
        {
            if ((s_words.Contains(words[i]) && !(isOfCredentials && words[i].Equals("Reset", StringComparison.OrdinalIgnoreCase))) || (i > 0 && s_pairs.Contains(words[i - 1] + words[i])))
                return true;
        }

        return false;
    }
}

using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace SecurityReview.Analyzers.Storage;

/// <summary>The class that holds a row of a table where no context says so: the one that is named like one of its rows. One per compilation.</summary>
internal sealed class RowTypes
{
    private static readonly string[] s_endings = ["", "Entity", "Row", "Record"];

    private readonly KnownTypes _types;
    private readonly ConcurrentDictionary<string, ITypeSymbol?> _byTable = new(StringComparer.OrdinalIgnoreCase);

    private RowTypes(KnownTypes types) => _types = types;

    public static RowTypes Of(KnownTypes types) => types.Fact(static key => new RowTypes(key));

    /// <summary>The class; null where none or several are named so.</summary>
    public ITypeSymbol? Of(string table) => _byTable.GetOrAdd(table.Replace("_", ""), Find);

    private ITypeSymbol? Find(string table)
    {
        var names = SingularsOf(table).SelectMany(static name => s_endings.Select(ending => name + ending)).ToList();
        var found = _types.Compilation.GetSymbolsWithName(name => names.Any(wanted => wanted.Equals(name, StringComparison.OrdinalIgnoreCase)), SymbolFilter.Type)
            .OfType<INamedTypeSymbol>().Where(static type => type.TypeKind == TypeKind.Class).Take(2).ToList();
        return found.Count == 1 ? found[0] : null;
    }

    private static IEnumerable<string> SingularsOf(string table)
    {
        yield return table;
        if (table.EndsWith("ies", StringComparison.OrdinalIgnoreCase))
            yield return table.Substring(0, table.Length - 3) + "y";
        if (table.EndsWith("es", StringComparison.OrdinalIgnoreCase))
            yield return table.Substring(0, table.Length - 2);
        if (table.EndsWith("s", StringComparison.OrdinalIgnoreCase))
            yield return table.Substring(0, table.Length - 1);
    }
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.DeleteRace.Versions;

/// <summary>The methods that write versioned things, as far as a compilation has them.</summary>
internal sealed class VersionedWrites
{
    private readonly ILookup<string, (INamedTypeSymbol Type, VersionedWrite Write)> _byName;

    private VersionedWrites(KnownTypes types) =>
        _byName = (from write in VersionedWrite.All
                   let type = types[write.Type]
                   where type is not null
                   from name in new[] { write.Method, write.Method + "Async" }
                   select (name, type, write)).ToLookup(row => row.name, row => (row.type, row.write), StringComparer.Ordinal);

    public static VersionedWrites Of(KnownTypes types) => types.Fact(static key => new VersionedWrites(key));

    /// <summary>The names of the methods.</summary>
    public IEnumerable<string> Names => _byName.Select(static row => row.Key);

    /// <summary>The method that a call uses; null if it is none.</summary>
    public VersionedWrite? Match(IInvocationOperation call)
    {
        foreach (var (type, write) in _byName[call.TargetMethod.Name])
        {
            if (call.Instance?.Type.IsOrInherits(type) == true)
                return write;
        }

        return null;
    }
}

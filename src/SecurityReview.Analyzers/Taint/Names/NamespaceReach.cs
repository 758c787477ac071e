using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SecurityReview.Analyzers.Taint.Names;

/// <summary>
/// Whether a file can name what a namespace holds: whoever imports it, qualifies a name with it, gives it an alias or is declared in it writes all parts of its name,
/// in the same file or in a global <c>using</c>. One per compilation.
/// </summary>
internal sealed class NamespaceReach
{
    private readonly KnownTypes _types;
    private readonly ConcurrentDictionary<string, Parts> _namespaces = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _said = new(StringComparer.Ordinal);

    private NamespaceReach(KnownTypes types) => _types = types;

    public static NamespaceReach Of(KnownTypes types) => types.Fact(static key => new NamespaceReach(key));

    /// <summary>Whether a file may name something of a namespace.</summary>
    /// <param name="space">The full name of the namespace.</param>
    public bool Includes(SyntaxTree tree, string space, CancellationToken cancellation)
    {
        if (!_namespaces.TryGetValue(space, out var parts))
            parts = _namespaces.GetOrAdd(space, Find(space, cancellation));
        if (parts.AreGlobal)
            return true;
        var names = TreeNames.Of(tree, cancellation);
        foreach (var part in parts.Hashes)
        {
            if (!names.MayHave(part))
                return false;
        }

        return true;
    }

    /// <summary>
    /// Whether the program can come to objects of a type: it says some part of the type's full name, be it in a file that names a library built on it. What
    /// belongs to the framework may be come to without.
    /// </summary>
    /// <param name="type">The full name of the type.</param>
    public bool MayBeKnown(string type, CancellationToken cancellation)
    {
        var parts = type.Split('.', '`', '+');
        return parts[0] == "System" || parts.Any(part => part is not ("Microsoft" or "") && !char.IsDigit(part[0]) && IsSaid(part, cancellation));
    }

    private bool IsSaid(string part, CancellationToken cancellation) =>
        _said.TryGetValue(part, out var known) ? known : _said[part] = NameIndex.Of(_types.Compilation).MayHave(part, cancellation);

    private Parts Find(string space, CancellationToken cancellation)
    {
        var parts = space.Split('.');
        var areGlobal = GlobalUsings.In(_types, cancellation)
            .Any(@using => parts.All(part => @using.DescendantTokens().Any(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == part)));
        return new Parts(areGlobal, parts.Select(TreeNames.HashOf).ToImmutableArray());
    }

    private sealed record Parts(bool AreGlobal, ImmutableArray<int> Hashes);
}

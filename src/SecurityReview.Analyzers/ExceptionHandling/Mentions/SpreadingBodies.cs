using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using SecurityReview.Analyzers.Taint.Calls;
using SecurityReview.Analyzers.Taint.Names;

namespace SecurityReview.Analyzers.ExceptionHandling.Mentions;

/// <summary>The bodies of a file that make something of an exception. Kept per tree, so that typing in one file leaves the others as they are.</summary>
internal static class SpreadingBodies
{
    private static readonly ConditionalWeakTable<SyntaxTree, StrongBox<ImmutableArray<SyntaxNode>>> s_perTree = new();

    public static ImmutableArray<SyntaxNode> Of(SyntaxTree tree, CancellationToken cancellation)
    {
        if (s_perTree.TryGetValue(tree, out var known))
            return known.Value;
        var found = Find(tree, cancellation);
        return s_perTree.GetValue(tree, _ => new StrongBox<ImmutableArray<SyntaxNode>>(found)).Value;
    }

    private static ImmutableArray<SyntaxNode> Find(SyntaxTree tree, CancellationToken cancellation)
    {
        var root = tree.GetRoot(cancellation);
        return PositionsIn(tree, cancellation).OrderBy(static position => position)
            .Select(position => root.FindToken(position).Parent).OfType<SyntaxNode>()
            .Select(BodyDeclarations.Around).OfType<SyntaxNode>().Distinct()
            .Where(static body => ExceptionMentions.UseIn(body) != ExceptionUse.None).ToImmutableArray();
    }

    /// <summary>Where the text speaks of exceptions, in whatever word, or has a name that they usually have.</summary>
    private static IEnumerable<int> PositionsIn(SyntaxTree tree, CancellationToken cancellation)
    {
        var text = tree.GetText(cancellation).ToString();
        for (var at = text.IndexOf("xception", StringComparison.Ordinal); at >= 0; at = text.IndexOf("xception", at + 8, StringComparison.Ordinal))
            yield return at;
        var names = TreeNames.Of(tree, cancellation);
        foreach (var token in ExceptionNames.Usual.SelectMany(word => names.TokensOf(word, cancellation)))
            yield return token.SpanStart;
    }
}

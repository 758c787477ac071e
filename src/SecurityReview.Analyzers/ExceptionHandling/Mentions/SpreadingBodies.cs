using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using SecurityReview.Analyzers.Taint.Calls;

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

    private static ImmutableArray<SyntaxNode> Find(SyntaxTree tree, CancellationToken cancellation) =>
        ExceptionNames.PlacesIn(tree, cancellation).OrderBy(static place => place.SpanStart)
            .Select(static place => place.Parent).OfType<SyntaxNode>()
            .Select(BodyDeclarations.Around).OfType<SyntaxNode>().Distinct()
            .Where(static body => ExceptionMentions.UseIn(body) != ExceptionUse.None).ToImmutableArray();
}

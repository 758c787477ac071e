using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SecurityReview.Analyzers.Taint.Names;

/// <summary>
/// The calls <c>x.Name(…)</c> of a compilation, by the word index of its files: neither bound nor found by a walk through every node, which each rule
/// that asks would pay anew.
/// </summary>
internal static class NamedCalls
{
    /// <summary>The calls of members with one of the names, for each name in the order of files and places.</summary>
    public static IEnumerable<InvocationExpressionSyntax> In(Compilation compilation, IEnumerable<string> names)
    {
        var index = NameIndex.Of(compilation);
        return from name in names
               from token in index.IdentifiersOf(name, CancellationToken.None)
               let call = CallOf(token)
               where call is not null
               select call;
    }

    private static InvocationExpressionSyntax? CallOf(SyntaxToken name) =>
        name.Parent is SimpleNameSyntax { Parent: MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } member } called && member.Name == called && call.Expression == member
            ? call
            : null;
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SecurityReview.CodeFixes.DataAccess.Sinks;

/// <summary>Adds to lists in the way they are written: on one line, or each on a line of its own.</summary>
internal static class ArgumentListEdit
{
    /// <summary>The arguments with one more at the end.</summary>
    public static ArgumentListSyntax Add(ArgumentListSyntax list, ArgumentSyntax added) =>
        list.Arguments.Count == 0 ? list.AddArguments(added) : list.WithArguments(Add(list.Arguments, added));

    /// <summary>An anonymous object with more members at the end.</summary>
    public static AnonymousObjectCreationExpressionSyntax Add(AnonymousObjectCreationExpressionSyntax created, IEnumerable<AnonymousObjectMemberDeclaratorSyntax> added)
    {
        var members = created.Initializers;
        foreach (var member in added)
            members = Add(members, member);
        return created.WithInitializers(members);
    }

    /// <summary>A list with one more node at the end; a comma behind the last one stays the last.</summary>
    public static SeparatedSyntaxList<T> Add<T>(SeparatedSyntaxList<T> list, T added)
        where T : SyntaxNode
    {
        if (list.Count == 0)
            return list.Add(added.WithTrailingTrivia(SyntaxFactory.Space));
        var last = list[list.Count - 1];
        var onOwnLine = list.Count > 1
            ? list.GetSeparator(list.Count - 2).TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia)
            : last.GetLeadingTrivia().Any(SyntaxKind.WhitespaceTrivia);
        var end = onOwnLine ? EndOfLine(last.Parent ?? last) : SyntaxFactory.Space;
        if (onOwnLine)
            added = added.WithLeadingTrivia(last.GetLeadingTrivia().Where(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)));
        if (list.SeparatorCount == list.Count)
        {
            return SyntaxFactory.SeparatedList<T>(list.GetWithSeparators()
                .Add(added.WithoutTrailingTrivia()).Add(SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(end)));
        }

        var comma = SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(end);
        return SyntaxFactory.SeparatedList<T>(
            list.Replace(last, last.WithoutTrailingTrivia()).GetWithSeparators().Add(comma).Add(added.WithTrailingTrivia(last.GetTrailingTrivia())));
    }

    private static SyntaxTrivia EndOfLine(SyntaxNode node) =>
        node.DescendantTrivia().FirstOrDefault(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)) is { RawKind: not 0 } found ? found : SyntaxFactory.ElasticCarriageReturnLineFeed;
}

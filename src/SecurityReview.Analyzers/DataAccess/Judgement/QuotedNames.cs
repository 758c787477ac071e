using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.Sql.Composition;
using SecurityReview.Analyzers.Taint.Lattice;
using SecurityReview.Analyzers.Taint.Query;

namespace SecurityReview.Analyzers.DataAccess.Judgement;

/// <summary>Names that may stand in SQL although they are not constant: quoted ones, and those that who installs the program chooses.</summary>
internal static class QuotedNames
{
    private static readonly string[] s_quotes = ["Quote", "Delimit", "Escape", "Wrap", "Enclose", "Bracket"];

    private static readonly string[] s_names = ["Identifier", "Ident", "Name", "Table", "Column", "Schema"];

    /// <summary>Whether a value is harmless in the place of a name.</summary>
    public static bool IsHarmless(TaintFlow flow) =>
        flow.Source.Kind == SourceKinds.Setting
        || (flow.Source.Kind == SourceKinds.Local && flow.Source.Description.EndsWith("the configuration", StringComparison.Ordinal))
        || flow.Path.Any(static step => NodeAt(step) is { } node && node.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>().Any(static call => IsQuoting(call.Expression)))
        || (flow.Source.Kind == SourceKinds.Database && NodeAt(flow.Source.Location) is { } query && IsQuotedThere(query));

    private static SyntaxNode? NodeAt(Location place) => place.SourceTree?.GetRoot().FindNode(place.SourceSpan, getInnermostNodeForTie: true);

    /// <summary>Whether the body with a query asks the database to quote: which of its queries does is not asked.</summary>
    private static bool IsQuotedThere(SyntaxNode query) =>
        LocalReferences.BodyOf(query).DescendantTokens().Any(static token => token.IsKind(SyntaxKind.StringLiteralToken) && IsQuotingSql(token.ValueText));

    private static bool IsQuoting(ExpressionSyntax called)
    {
        var name = called switch
        {
            MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
            MemberBindingExpressionSyntax member => member.Name.Identifier.ValueText,
            SimpleNameSyntax simple => simple.Identifier.ValueText,
            _ => "",
        };
        return s_quotes.Any(verb => name.StartsWith(verb, StringComparison.Ordinal) && s_names.Any(noun => name.IndexOf(noun, verb.Length, StringComparison.Ordinal) >= 0));
    }

    private static bool IsQuotingSql(string sql) =>
        sql.IndexOf("QUOTENAME(", StringComparison.OrdinalIgnoreCase) >= 0 || sql.IndexOf("quote_ident(", StringComparison.OrdinalIgnoreCase) >= 0 || sql.Contains("%I");
}

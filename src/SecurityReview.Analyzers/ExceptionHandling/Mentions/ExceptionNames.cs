using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.Taint.Names;

namespace SecurityReview.Analyzers.ExceptionHandling.Mentions;

/// <summary>
/// The names in a body that may stand for an exception: declared as one, or speaking of one. Syntax alone, nothing is bound; the words of the file are looked up, the
/// body is not walked.
/// </summary>
internal sealed class ExceptionNames
{
    /// <summary>Names of exceptions that do not say so.</summary>
    private static readonly ImmutableArray<string> s_usual = ImmutableArray.Create("ex", "exc", "err", "error", "StackTrace", "TargetSite");

    /// <summary>Names that may be those of one where a body speaks of exceptions.</summary>
    private static readonly ImmutableArray<string> s_faults = ImmutableArray.Create("Error", "fault", "Fault");

    private static readonly ConditionalWeakTable<SyntaxTree, StrongBox<ImmutableArray<string>>> s_speaking = new();

    private readonly SyntaxNode _body;
    private readonly TreeNames _words;
    private readonly HashSet<string> _names;

    public ExceptionNames(SyntaxNode body)
    {
        _body = body;
        _words = TreeNames.Of(body.SyntaxTree, CancellationToken.None);
        _names = new(s_usual, StringComparer.Ordinal);
        var speaking = Speaking(body.SyntaxTree).SelectMany(IdentifiersOf).ToList();
        if (speaking.Count > 0)
            _names.UnionWith(s_faults);
        _names.UnionWith(speaking.Select(static token => token.ValueText));
        _names.UnionWith(speaking.SelectMany(DeclaredAs));
        _names.UnionWith(Catches.Select(static caught => (caught.Parent as CatchClauseSyntax)?.Declaration?.Identifier.ValueText).OfType<string>().Where(static name => name.Length > 0));
    }

    /// <summary>Whether the body catches anything.</summary>
    public bool AreCaught => Catches.Any();

    /// <summary>The identifiers that may be an exception, or a member that holds one, in the order of the text.</summary>
    public IEnumerable<SyntaxToken> Identifiers => _names.SelectMany(IdentifiersOf).OrderBy(static token => token.SpanStart);

    private IEnumerable<SyntaxToken> Catches => _words.TokensIn(_body, "catch").Where(static token => token.IsKind(SyntaxKind.CatchKeyword));

    /// <summary>Where a file speaks of exceptions or catches them.</summary>
    public static IEnumerable<SyntaxToken> PlacesIn(SyntaxTree tree, CancellationToken cancellation)
    {
        var words = TreeNames.Of(tree, cancellation);
        return Speaking(tree).Concat(s_usual).Append("catch").SelectMany(word => words.TokensOf(word, cancellation));
    }

    public static bool SaysException(string name) => name.IndexOf("exception", StringComparison.OrdinalIgnoreCase) >= 0;

    /// <summary>The words of a file that speak of exceptions.</summary>
    private static ImmutableArray<string> Speaking(SyntaxTree tree) =>
        s_speaking.GetValue(tree, static key => new StrongBox<ImmutableArray<string>>(TreeNames.Of(key, CancellationToken.None).Words.Where(SaysException).ToImmutableArray())).Value;

    private IEnumerable<SyntaxToken> IdentifiersOf(string name) => _words.TokensIn(_body, name).Where(static token => token.IsKind(SyntaxKind.IdentifierToken));

    /// <summary>The names that are declared with a type which a word is part of.</summary>
    private static IEnumerable<string> DeclaredAs(SyntaxToken word)
    {
        for (var part = word.Parent; part?.Parent is { } declaration && part is not (StatementSyntax or MemberDeclarationSyntax); part = declaration)
        {
            switch (declaration)
            {
                case ParameterSyntax parameter when parameter.Type == part:
                    return [parameter.Identifier.ValueText];
                case VariableDeclarationSyntax variables when variables.Type == part:
                    return variables.Variables.Select(static variable => variable.Identifier.ValueText);
                case ForEachStatementSyntax loop when loop.Type == part:
                    return [loop.Identifier.ValueText];
                case DeclarationPatternSyntax { Designation: SingleVariableDesignationSyntax variable } pattern when pattern.Type == part:
                    return [variable.Identifier.ValueText];
                case DeclarationExpressionSyntax { Designation: SingleVariableDesignationSyntax variable } expression when expression.Type == part:
                    return [variable.Identifier.ValueText];
                case RecursivePatternSyntax { Designation: SingleVariableDesignationSyntax variable } pattern when pattern.Type == part:
                    return [variable.Identifier.ValueText];
            }
        }

        return [];
    }
}

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SecurityReview.Analyzers.ExceptionHandling.Mentions;

/// <summary>The names in a body that may stand for an exception: declared as one, or speaking of one. Syntax alone, nothing is bound.</summary>
internal sealed class ExceptionNames
{
    /// <summary>Names of exceptions that do not say so.</summary>
    public static readonly ImmutableArray<string> Usual = ImmutableArray.Create("ex", "exc", "err", "error", "StackTrace", "TargetSite");

    private readonly HashSet<string> _declared = new(StringComparer.Ordinal);
    private bool _speaksOfExceptions;

    public ExceptionNames(SyntaxNode body)
    {
        foreach (var token in body.DescendantTokens())
        {
            if (!token.IsKind(SyntaxKind.IdentifierToken))
                continue;
            _speaksOfExceptions |= SaysException(token.ValueText);
            if (IsDeclaredAsException(token))
                _declared.Add(token.ValueText);
        }
    }

    /// <summary>Whether an identifier may be an exception, or a member that holds one.</summary>
    public bool MayBe(string name) =>
        _declared.Contains(name) || SaysException(name) || Usual.Contains(name) || (_speaksOfExceptions && name is "Error" or "fault" or "Fault");

    public static bool SaysException(string name) => name.IndexOf("exception", StringComparison.OrdinalIgnoreCase) >= 0;

    private static bool IsDeclaredAsException(SyntaxToken name) => name.Parent switch
    {
        CatchDeclarationSyntax => true,
        ParameterSyntax { Type: { } type } => IsException(type),
        VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Type: { } type } } => IsException(type),
        ForEachStatementSyntax { Type: { } type } => IsException(type),
        SingleVariableDesignationSyntax { Parent: DeclarationPatternSyntax { Type: { } type } } => IsException(type),
        SingleVariableDesignationSyntax { Parent: DeclarationExpressionSyntax { Type: { } type } } => IsException(type),
        SingleVariableDesignationSyntax { Parent: RecursivePatternSyntax { Type: { } type } } => IsException(type),
        _ => false,
    };

    private static bool IsException(TypeSyntax type) => type.DescendantTokens().Any(static token => token.IsKind(SyntaxKind.IdentifierToken) && SaysException(token.ValueText));
}

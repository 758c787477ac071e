using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.Sql.Composition;

namespace SecurityReview.CodeFixes.DataAccess.Binding;

/// <summary>
/// Text that was escaped for SQL must not be escaped as a parameter: the database would store and search the doubled quotes.
/// </summary>
internal sealed class QuoteDoubling(SemanticModel model, CancellationToken cancellation)
{
    private const int MaximalDepth = 3;

    /// <summary>The expression without a <c>Replace("'", "''")</c> at its end.</summary>
    public ExpressionSyntax Remove(ExpressionSyntax expression)
    {
        while (expression is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Replace" } member } call
            && call.ArgumentList.Arguments.Count == 2
            && IsText(call.ArgumentList.Arguments[0].Expression, "'")
            && IsText(call.ArgumentList.Arguments[1].Expression, "''"))
        {
            expression = member.Expression;
            while (expression is ParenthesizedExpressionSyntax parenthesized)
                expression = parenthesized.Expression;
        }

        return expression;
    }

    /// <summary>Whether an expression, or the code that makes its value nearby, does something with quotes or is named after it.</summary>
    public bool IsSuspected(ExpressionSyntax expression) => IsSuspected(expression, MaximalDepth);

    private bool IsSuspected(SyntaxNode code, int depth)
    {
        if (depth == 0)
            return false;
        cancellation.ThrowIfCancellationRequested();
        foreach (var node in code.DescendantNodesAndSelf())
        {
            switch (node)
            {
                case LiteralExpressionSyntax { Token.Value: string or char } literal when literal.Token.ValueText.Contains("'"):
                    return true;
                case InvocationExpressionSyntax call when IsEscaping(call, depth):
                    return true;
                case IdentifierNameSyntax name when model.SyntaxTree == name.SyntaxTree && IsEscapedVariable(name, depth):
                    return true;
            }
        }

        return false;
    }

    /// <summary>Whether a variable or member is declared with, or given anywhere in this file, a value that was escaped.</summary>
    private bool IsEscapedVariable(IdentifierNameSyntax name, int depth)
    {
        if (model.GetSymbolInfo(name, cancellation).Symbol is not (ILocalSymbol or IParameterSymbol or IFieldSymbol or IPropertySymbol) || model.GetSymbolInfo(name, cancellation).Symbol is not { } symbol)
            return false;
        foreach (var declaration in symbol.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(cancellation)))
        {
            var value = declaration switch
            {
                VariableDeclaratorSyntax variable => variable.Initializer?.Value,
                PropertyDeclarationSyntax property => property,
                _ => (SyntaxNode?)null,
            };
            if (value is not null && IsSuspected(value, depth - 1))
                return true;
        }

        return LocalReferences.Of(symbol, model.SyntaxTree.GetRoot(cancellation), model, cancellation).Any(mention => ValueGivenTo(mention) is { } given && IsSuspected(given, depth - 1));
    }

    private static ExpressionSyntax? ValueGivenTo(ExpressionSyntax mention)
    {
        if (mention.Parent is MemberAccessExpressionSyntax member && member.Name == mention)
            mention = member;
        return mention.Parent is AssignmentExpressionSyntax assignment && assignment.Left == mention ? assignment.Right : null;
    }

    private bool IsEscaping(InvocationExpressionSyntax call, int depth)
    {
        if (call.SyntaxTree != model.SyntaxTree || model.GetSymbolInfo(call, cancellation).Symbol is not IMethodSymbol method)
            return false;
        var name = method.Name;
        if (Mentions(name, "Escape") || Mentions(name, "Quote") || Mentions(name, "Sanit") || Mentions(name, "Sql"))
            return true;
        // Helpers of the same file are looked into; those of others are judged by their text alone.
        return method.DeclaringSyntaxReferences.Any(reference => IsSuspected(reference.GetSyntax(cancellation), depth - 1));
    }

    private static bool Mentions(string name, string word) => name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0;

    private bool IsText(ExpressionSyntax expression, string text) => model.GetConstantValue(expression, cancellation) is { HasValue: true, Value: string value } && value == text;
}

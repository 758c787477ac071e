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
                case IdentifierNameSyntax name when model.SyntaxTree == name.SyntaxTree && model.GetSymbolInfo(name, cancellation).Symbol is ILocalSymbol local && IsEscapedLocal(local, depth):
                    return true;
            }
        }

        return false;
    }

    private bool IsEscapedLocal(ILocalSymbol local, int depth)
    {
        if (LocalReferences.Declarator(local, cancellation) is not { } declarator || declarator.SyntaxTree != model.SyntaxTree)
            return false;
        if (declarator.Initializer is { } initializer && IsSuspected(initializer.Value, depth - 1))
            return true;
        return LocalReferences.Of(local, LocalReferences.BodyOf(declarator), model, cancellation)
            .Any(mention => mention.Parent is AssignmentExpressionSyntax assignment && assignment.Left == mention && IsSuspected(assignment.Right, depth - 1));
    }

    private bool IsEscaping(InvocationExpressionSyntax call, int depth)
    {
        if (call.SyntaxTree != model.SyntaxTree || model.GetSymbolInfo(call, cancellation).Symbol is not IMethodSymbol method)
            return false;
        var name = method.Name;
        if (Mentions(name, "Escape") || Mentions(name, "Quote") || Mentions(name, "Sanit") || Mentions(name, "Encode") || Mentions(name, "Sql"))
            return true;
        // Helpers of the same file are looked into; those of others are judged by their text alone.
        return method.DeclaringSyntaxReferences.Any(reference => IsSuspected(reference.GetSyntax(cancellation), depth - 1));
    }

    private static bool Mentions(string name, string word) => name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0;

    private bool IsText(ExpressionSyntax expression, string text) => model.GetConstantValue(expression, cancellation) is { HasValue: true, Value: string value } && value == text;
}

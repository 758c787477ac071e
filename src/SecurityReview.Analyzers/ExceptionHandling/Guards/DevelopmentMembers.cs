using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SecurityReview.Analyzers.ExceptionHandling.Guards;

/// <summary>
/// Fields and properties that hold the answer of a development test, whatever they are called. Judged by the syntax of what the type's own
/// code assigns to them: a model of another tree is not worth the question.
/// </summary>
internal sealed class DevelopmentMembers
{
    private readonly ConcurrentDictionary<ISymbol, Answer> _answers = new(SymbolEqualityComparer.Default);

    private enum Answer
    {
        Unknown,
        True,
        False,
    }

    /// <summary>What the member holds in production; null where it is not known.</summary>
    public bool? InProduction(ISymbol member) => _answers.GetOrAdd(member.OriginalDefinition, Judge) switch
    {
        Answer.True => true,
        Answer.False => false,
        _ => null,
    };

    private static Answer Judge(ISymbol member)
    {
        Answer? common = null;
        foreach (var value in ValuesOf(member))
        {
            var answer = OfExpression(value);
            if (answer == Answer.Unknown || (common is not null && common != answer))
                return Answer.Unknown;
            common = answer;
        }

        return common ?? Answer.Unknown;
    }

    private static IEnumerable<ExpressionSyntax> ValuesOf(ISymbol member)
    {
        foreach (var reference in member.DeclaringSyntaxReferences)
        {
            switch (reference.GetSyntax())
            {
                case VariableDeclaratorSyntax { Initializer.Value: { } initial }:
                    yield return initial;
                    break;
                case PropertyDeclarationSyntax property when (property.ExpressionBody?.Expression ?? property.Initializer?.Value) is { } initial:
                    yield return initial;
                    break;
            }
        }

        if (member.ContainingType is null)
            yield break;
        foreach (var reference in member.ContainingType.DeclaringSyntaxReferences)
        {
            foreach (var assignment in reference.GetSyntax().DescendantNodes().OfType<AssignmentExpressionSyntax>())
            {
                if (NameOf(assignment.Left) == member.Name)
                    yield return assignment.Right;
            }
        }
    }

    private static Answer OfExpression(ExpressionSyntax expression)
    {
        switch (expression)
        {
            case ParenthesizedExpressionSyntax parenthesized:
                return OfExpression(parenthesized.Expression);
            case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not:
                return OfExpression(not.Operand) switch
                {
                    Answer.True => Answer.False,
                    Answer.False => Answer.True,
                    _ => Answer.Unknown,
                };
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalOrExpression } or:
                return OfExpression(or.Left) == Answer.False && OfExpression(or.Right) == Answer.False ? Answer.False : Answer.Unknown;
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression } and:
                return OfExpression(and.Left) == Answer.False || OfExpression(and.Right) == Answer.False ? Answer.False : Answer.Unknown;
            case InvocationExpressionSyntax { Expression: var called }:
                return NameOf(called) switch
                {
                    "IsDevelopment" or "IsStaging" => Answer.False,
                    "IsProduction" => Answer.True,
                    _ => Answer.Unknown,
                };
            default:
                return Answer.Unknown;
        }
    }

    private static string NameOf(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax identifier => identifier.Identifier.ValueText,
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
        _ => "",
    };
}

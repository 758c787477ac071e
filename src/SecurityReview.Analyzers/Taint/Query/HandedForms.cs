using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.Taint.Calls;

namespace SecurityReview.Analyzers.Taint.Query;

/// <summary>
/// Whether an expression can be, by its form, something that the code around it was given, unchanged: what is asked before a body is bound. A text
/// that is put together here is not.
/// </summary>
internal static class HandedForms
{
    private const int MaxDepth = 8;

    /// <summary>Calls that make a new text, whatever they are given.</summary>
    private static readonly ImmutableHashSet<string> s_composing = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "Format", "Concat", "Join", "ToString", "Replace", "Trim", "TrimStart", "TrimEnd", "Substring", "Insert", "Remove", "PadLeft", "PadRight", "ToUpper", "ToLower", "ToUpperInvariant", "ToLowerInvariant");

    /// <summary>Whether an expression may be unchanged what was given.</summary>
    public static bool MayBeWhole(ExpressionSyntax expression) => MayBeWhole(expression, 0);

    private static bool MayBeWhole(ExpressionSyntax? expression, int depth)
    {
        if (depth > MaxDepth)
            return true;
        switch (expression)
        {
            case null or LiteralExpressionSyntax or InterpolatedStringExpressionSyntax or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } or AnonymousObjectCreationExpressionSyntax
                or AnonymousFunctionExpressionSyntax or TypeOfExpressionSyntax or DefaultExpressionSyntax:
                return false;
            case ParenthesizedExpressionSyntax inner:
                return MayBeWhole(inner.Expression, depth + 1);
            case CastExpressionSyntax cast:
                return MayBeWhole(cast.Expression, depth + 1);
            case PostfixUnaryExpressionSyntax sure:
                return MayBeWhole(sure.Operand, depth + 1);
            case ConditionalExpressionSyntax choice:
                return MayBeWhole(choice.WhenTrue, depth + 1) || MayBeWhole(choice.WhenFalse, depth + 1);
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } either:
                return MayBeWhole(either.Left, depth + 1) || MayBeWhole(either.Right, depth + 1);
            case SwitchExpressionSyntax choice:
                return choice.Arms.Any(arm => MayBeWhole(arm.Expression, depth + 1));
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } }:
                return !s_composing.Contains(name);
            case IdentifierNameSyntax name:
                return MayHoldWhole(name, depth + 1);
            default:
                return true;
        }
    }

    /// <summary>Whether a variable may: a local is what it is assigned.</summary>
    private static bool MayHoldWhole(IdentifierNameSyntax name, int depth)
    {
        if (BodyDeclarations.Around(name) is not { } body)
            return true;
        var text = name.Identifier.ValueText;
        var isLocal = false;
        foreach (var node in body.DescendantNodes())
        {
            switch (node)
            {
                case VariableDeclaratorSyntax declarator when declarator.Identifier.ValueText == text:
                    isLocal = true;
                    if (MayBeWhole(declarator.Initializer?.Value, depth))
                        return true;
                    break;
                case AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression or (int)SyntaxKind.CoalesceAssignmentExpression } assignment when Names(assignment.Left, text):
                    if (MayBeWhole(assignment.Right, depth))
                        return true;
                    break;
                case ParameterSyntax parameter when parameter.Identifier.ValueText == text:
                case SingleVariableDesignationSyntax designation when designation.Identifier.ValueText == text:
                case ForEachStatementSyntax loop when loop.Identifier.ValueText == text:
                case ArgumentSyntax argument when !argument.RefKindKeyword.IsKind(SyntaxKind.None) && Names(argument.Expression, text):
                case TupleExpressionSyntax { Parent: AssignmentExpressionSyntax } targets when targets.Arguments.Any(target => Names(target.Expression, text)):
                    return true;
            }
        }

        return !isLocal && !IsMethod(name, text);
    }

    /// <summary>Whether a name is that of a method of the type around it: a method group was not given.</summary>
    private static bool IsMethod(SyntaxNode place, string name) =>
        place.Ancestors().OfType<TypeDeclarationSyntax>().Any(type => type.Members.Any(member => member is MethodDeclarationSyntax method && method.Identifier.ValueText == name));

    private static bool Names(ExpressionSyntax expression, string name) => expression is IdentifierNameSyntax identifier && identifier.Identifier.ValueText == name;
}

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SecurityReview.Analyzers.ExceptionHandling.Mentions;

/// <summary>What becomes of one expression that is an exception, as far as the syntax around it tells.</summary>
internal static class ExceptionUses
{
    /// <summary>Members that tell nothing of how the program is built.</summary>
    private static readonly ImmutableHashSet<string> s_harmlessMembers = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "HResult", "ParamName", "StatusCode", "ErrorCode", "SqlState", "NativeErrorCode", "SocketErrorCode", "Number", "CancellationToken", "GetType");

    /// <summary>Calls that hand an exception on to who catches it.</summary>
    private static readonly ImmutableHashSet<string> s_rethrowing = ImmutableHashSet.Create(StringComparer.Ordinal, "SetException", "TrySetException", "Capture", "Throw");

    public static ExceptionUse Of(ExpressionSyntax exception)
    {
        SyntaxNode current = exception;
        // Whether it is still the exception, not yet something made of it.
        var isException = true;
        // Whether its message alone was taken.
        var isMessage = false;
        while (current.Parent is { } parent)
        {
            switch (parent)
            {
                case ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax or CastExpressionSyntax:
                    break;
                case MemberAccessExpressionSyntax member:
                    if (isException && s_harmlessMembers.Contains(member.Name.Identifier.ValueText))
                        return ExceptionUse.None;
                    isMessage |= isException && member.Name.Identifier.ValueText == "Message";
                    isException = false;
                    break;
                case ConditionalAccessExpressionSyntax access when access.Expression == current:
                    var bound = isException ? access.WhenNotNull.DescendantNodesAndSelf().OfType<MemberBindingExpressionSyntax>().FirstOrDefault()?.Name.Identifier.ValueText : null;
                    if (bound is not null && s_harmlessMembers.Contains(bound))
                        return ExceptionUse.None;
                    isMessage |= bound == "Message";
                    isException = false;
                    break;
                case ArgumentListSyntax { Parent: InvocationExpressionSyntax call } when LogStatements.Is(call) || call.Expression is IdentifierNameSyntax { Identifier.ValueText: "nameof" } || (isException && IsRethrowing(call)):
                    return ExceptionUse.None;
                case ArgumentListSyntax { Parent: ConstructorInitializerSyntax } when isException:
                    return ExceptionUse.None;
                case ArgumentListSyntax { Parent: BaseObjectCreationExpressionSyntax { Parent: ThrowStatementSyntax or ThrowExpressionSyntax } } when isException:
                    return ExceptionUse.None;
                case ThrowStatementSyntax or ThrowExpressionSyntax:
                    return isException ? ExceptionUse.None : isMessage ? ExceptionUse.ThrowsMessage : ExceptionUse.Throws;
                case IsPatternExpressionSyntax test:
                    return NamesOnlyExceptions(test.Pattern) ? ExceptionUse.None : Spread(isMessage);
                case SwitchExpressionSyntax choice when choice.GoverningExpression == current:
                    return choice.Arms.All(static arm => NamesOnlyExceptions(arm.Pattern)) ? ExceptionUse.None : Spread(isMessage);
                case SwitchStatementSyntax choice:
                    return choice.Sections.SelectMany(static section => section.Labels).OfType<CasePatternSwitchLabelSyntax>().All(static label => NamesOnlyExceptions(label.Pattern)) ? ExceptionUse.None : Spread(isMessage);
                case BinaryExpressionSyntax binary when !binary.IsKind(SyntaxKind.AddExpression) && !binary.IsKind(SyntaxKind.CoalesceExpression) && !binary.IsKind(SyntaxKind.AsExpression):
                    return ExceptionUse.None;
                case PrefixUnaryExpressionSyntax or IfStatementSyntax or WhileStatementSyntax or DoStatementSyntax or CatchFilterClauseSyntax or WhenClauseSyntax:
                    return ExceptionUse.None;
                case ConditionalExpressionSyntax conditional when conditional.Condition == current:
                    return ExceptionUse.None;
                case AssignmentExpressionSyntax assignment when assignment.Left == current:
                    return ExceptionUse.None;
                case BaseArgumentListSyntax or ArgumentSyntax:
                    break;
                case AnonymousFunctionExpressionSyntax:
                    return Spread(isMessage);
                case ExpressionSyntax or InterpolationSyntax or AnonymousObjectMemberDeclaratorSyntax or SwitchExpressionArmSyntax or CollectionElementSyntax:
                    isException = false;
                    break;
                default:
                    return Spread(isMessage);
            }

            current = parent;
        }

        return Spread(isMessage);
    }

    private static ExceptionUse Spread(bool isMessage) => isMessage ? ExceptionUse.SpreadsMessage : ExceptionUse.Spreads;

    private static bool IsRethrowing(InvocationExpressionSyntax call) =>
        call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } member && s_rethrowing.Contains(name) &&
        (name is not ("Capture" or "Throw") || member.Expression is IdentifierNameSyntax { Identifier.ValueText: "ExceptionDispatchInfo" });

    /// <summary>Whether all that a pattern gives a name to is said to be an exception, and so a name that is looked at itself.</summary>
    private static bool NamesOnlyExceptions(PatternSyntax pattern) =>
        pattern.DescendantNodesAndSelf().OfType<SingleVariableDesignationSyntax>().All(static name => name.Parent switch
        {
            DeclarationPatternSyntax declaration => SaysException(declaration.Type),
            RecursivePatternSyntax { Type: { } type } => SaysException(type),
            _ => false,
        });

    private static bool SaysException(TypeSyntax type) => ExceptionNames.SaysException(type.ToString());
}

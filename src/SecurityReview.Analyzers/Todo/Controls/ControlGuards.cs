using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.ContextValidation.Vocabulary;
using SecurityReview.Analyzers.Todo.Security;

namespace SecurityReview.Analyzers.Todo.Controls;

/// <summary>An <c>if</c> that turns a caller away, by syntax.</summary>
internal static class ControlGuards
{
    private const int LongestCondition = 50;

    /// <summary>Answers that only a caller without a right gets.</summary>
    private static readonly string[] s_denials =
        ["forbid", "unauthori", "accessdenied", "challenge", "securityexception", "401", "403", "notallowed", "permissiondenied", "accessviolation"];

    private static readonly string[] s_callerWords = ["user", "caller", "current", "tenant", "principal", "claim", "context", "session", "my", "me", "requester", "identity"];

    /// <summary>How a message names the guard that a statement is; null where it is none.</summary>
    public static string? NameOf(StatementSyntax statement)
    {
        if (statement is not IfStatementSyntax { Else: null } guard || ExitOf(guard.Statement) is not { } exit)
            return null;
        if (!IsDenial(exit) && !IsAboutCallers(guard.Condition))
            return null;
        var condition = guard.Condition.ToString().Replace('\n', ' ');
        return $"if ({(condition.Length <= LongestCondition ? condition : condition.Substring(0, LongestCondition) + "…")})";
    }

    /// <summary>Whether the function does actively what the comment did: by the same call, or by a guard about the same things.</summary>
    public static bool IsReplaced(StatementSyntax commented, SyntaxNode function, SyntaxToken place)
    {
        var scope = function is GlobalStatementSyntax ? function.Parent! : function;
        if (commented is not IfStatementSyntax guard)
            return ControlCalls.NameOf(commented) is { } call && scope.DescendantNodes().OfType<StatementSyntax>().Any(statement => ControlCalls.NameOf(statement) == call);
        var names = MemberNames(guard.Condition);
        foreach (var active in scope.DescendantNodes().OfType<IfStatementSyntax>().Where(active => ExitOf(active.Statement) is not null))
        {
            if (MemberNames(active.Condition).Overlaps(names) || (IsDenial(ExitOf(active.Statement)!) && IsNextTo(active, place)))
                return true;
        }

        return false;
    }

    private static bool IsNextTo(IfStatementSyntax active, SyntaxToken place) => active.GetFirstToken() == place || active.GetLastToken() == place;

    /// <summary>The value or exception with which a guard leaves; null where it does not leave.</summary>
    private static SyntaxNode? ExitOf(StatementSyntax body) => body switch
    {
        BlockSyntax { Statements.Count: > 0 } block => ExitOf(block.Statements.Last()),
        ReturnStatementSyntax { Expression: { } value } => value,
        ReturnStatementSyntax => body,
        ThrowStatementSyntax => body,
        _ => null,
    };

    private static bool IsDenial(SyntaxNode exit) => PlainName.ContainsAny(PlainName.Of(exit.ToString()), s_denials);

    /// <summary>A comparison of an owner with the caller, or the test of a right.</summary>
    private static bool IsAboutCallers(ExpressionSyntax condition)
    {
        var names = condition.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Select(name => name.Identifier.ValueText).ToList();
        if (names.Any(name => name == "IsInRole" || DecisionWords.Rights.Find(PlainWords.Of(name)).Any()) && condition.DescendantNodesAndSelf().Any(node => node is PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression }))
            return true;
        return condition.DescendantNodesAndSelf().OfType<BinaryExpressionSyntax>().Any(IsOwnerComparison);
    }

    private static bool IsOwnerComparison(BinaryExpressionSyntax comparison) =>
        comparison.Kind() is SyntaxKind.NotEqualsExpression or SyntaxKind.EqualsExpression &&
        ((IsOwner(comparison.Left) && IsCaller(comparison.Right)) || (IsOwner(comparison.Right) && IsCaller(comparison.Left)));

    private static bool IsOwner(ExpressionSyntax side) =>
        side is MemberAccessExpressionSyntax member && OwnershipKeys.IsWithEvidence(member.Name.Identifier.ValueText, ImmutableArray<string>.Empty);

    private static bool IsCaller(ExpressionSyntax side) =>
        side is not LiteralExpressionSyntax && side.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Any(name => PlainName.ContainsAny(PlainName.Of(name.Identifier.ValueText), s_callerWords));

    private static HashSet<string> MemberNames(ExpressionSyntax condition) => new(
        condition.DescendantNodesAndSelf().Select(node => node switch
        {
            MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
            InvocationExpressionSyntax { Expression: SimpleNameSyntax called } => called.Identifier.ValueText,
            _ => "",
        }).Where(name => name.Length > 0),
        StringComparer.Ordinal);
}

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers;
using SecurityReview.Analyzers.ContextValidation.ClientPrivilege;
using SecurityReview.Analyzers.Options;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.CodeFixes.Repairs;
using SecurityReview.CodeFixes.Syntax;

namespace SecurityReview.CodeFixes.ContextValidation;

/// <summary>
/// Lets a flag of the client count for callers only who have the privilege themselves; others, who honestly send no, see no difference. Roles are not
/// repaired: which ones a caller may hand out is not known.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ClientPrivilegeFixer))]
public sealed class ClientPrivilegeFixer() : ReviewFixProvider(RuleIds.ClientControlsPrivilege, DemandPrivilege, "Let privileges be handed out by the privileged only")
{
    /// <summary>The equivalence key of the repair.</summary>
    public const string DemandPrivilege = "privilege.demand";

    /// <inheritdoc/>
    internal override ImmutableArray<Repair> Plan(RepairContext context)
    {
        if (!context.Diagnostic.Properties.TryGetValue(PrivilegeFacts.IsTruth, out var isTruth) || isTruth != "true" ||
            context.Node.FirstAncestorOrSelf<ExpressionSyntax>(node => node.Span == context.Diagnostic.Location.SourceSpan) is not { } value || PrincipalAt(value, context) is not { } principal)
        {
            return ImmutableArray<Repair>.Empty;
        }

        var roles = context.Options.Get(ReviewOptions.PrivilegedRoles);
        var role = SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(roles.IsEmpty ? "Admin" : roles[0]));
        var test = SyntaxFactory.InvocationExpression(
            SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, SyntaxFactory.IdentifierName(principal), SyntaxFactory.IdentifierName("IsInRole")),
            SyntaxFactory.ArgumentList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Argument(role))));
        return ImmutableArray.Create(Repair.OfSyntax($"Require '{test}' as well", DemandPrivilege, editor => editor.ReplaceNode(value, Conditions.And(value, test).WithTriviaFrom(value))));
    }

    /// <summary>The <c>User</c> of a controller or page, or a parameter that is the principal.</summary>
    private static string? PrincipalAt(ExpressionSyntax value, RepairContext context)
    {
        if (EnclosingFunction.Of(value, context.Model, context.CancellationToken) is not { Symbol: { } symbol } function)
            return null;
        if (symbol.Parameters.FirstOrDefault(static parameter => parameter.Type.Name is "ClaimsPrincipal" or "IPrincipal") is { } parameter)
            return parameter.Name;
        return function.SeesInstance && symbol.ContainingType.SelfAndBaseTypes().Any(static type => type.Name is "ControllerBase" or "PageModel") ? "User" : null;
    }
}

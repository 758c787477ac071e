using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers;
using SecurityReview.Analyzers.DeleteRace;
using SecurityReview.CodeFixes.Repairs;
using SecurityReview.CodeFixes.Syntax;

namespace SecurityReview.CodeFixes.DeleteRace;

/// <summary>Adds the owner to the condition, where the function already has the caller's value at hand. Which rows a delete of all should mean, nobody can guess.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnscopedDeleteFixer))]
public sealed class UnscopedDeleteFixer() : ReviewFixProvider(RuleIds.UnscopedDelete, ScopeToCaller, "Scope all deletes to the caller")
{
    /// <summary>The equivalence key of the repair.</summary>
    public const string ScopeToCaller = "delete.scope_to_caller";

    /// <inheritdoc/>
    internal override ImmutableArray<Repair> Plan(RepairContext context)
    {
        var properties = context.Diagnostic.Properties;
        if (!properties.TryGetValue(DeleteProperties.OwnerKey, out var key) || !properties.TryGetValue(DeleteProperties.Caller, out var caller) || context.Root.FindToken(context.Diagnostic.Location.SourceSpan.Start).Parent is not SimpleNameSyntax name
            || DeleteSite.CallOf(name) is not { } call || NearestCondition.Before(call) is not var (row, condition))
        {
            return ImmutableArray<Repair>.Empty;
        }

        var owner = SyntaxFactory.BinaryExpression(
            SyntaxKind.EqualsExpression,
            SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, SyntaxFactory.IdentifierName(row), SyntaxFactory.IdentifierName(key!)),
            SyntaxFactory.Token(SyntaxFactory.TriviaList(SyntaxFactory.Space), SyntaxKind.EqualsEqualsToken, SyntaxFactory.TriviaList(SyntaxFactory.Space)),
            SyntaxFactory.IdentifierName(caller!));
        return ImmutableArray.Create(Repair.OfSyntax(
            $"Compare '{key}' with '{caller}'", ScopeToCaller, editor => editor.ReplaceNode(condition, Conditions.And(condition, owner).WithTriviaFrom(condition))));
    }
}

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers;
using SecurityReview.Analyzers.ContextValidation.Ownership;
using SecurityReview.CodeFixes.Repairs;

namespace SecurityReview.CodeFixes.ContextValidation;

/// <summary>Ties the child to its parent: in the condition of the query, in the test for its existence, or by a guard.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UntiedChildFixer))]
public sealed class UntiedChildFixer() : ReviewFixProvider(RuleIds.ChildNotTied, TieToParent, "Tie all children to their parents")
{
    /// <summary>The equivalence key of the repair.</summary>
    public const string TieToParent = "ownership.tie_to_parent";

    /// <inheritdoc/>
    internal override ImmutableArray<Repair> Plan(RepairContext context)
    {
        var properties = context.Diagnostic.Properties;
        if (!properties.TryGetValue(OwnershipFacts.ParentKey, out var key) || key is null || !properties.TryGetValue(OwnershipFacts.ParentValue, out var value) || value is null
            || context.Node.FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { } call)
        {
            return ImmutableArray<Repair>.Empty;
        }

        var parent = SyntaxFactory.ParseExpression(value);
        return (OwnerCondition.Tie(call, key, parent, TieToParent, context) ?? OwnerGuard.Tie(call, key, parent, TieToParent, context)) is { } repair
            ? ImmutableArray.Create(repair)
            : ImmutableArray<Repair>.Empty;
    }
}

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers;
using SecurityReview.Analyzers.ContextValidation.Ownership;
using SecurityReview.CodeFixes.Repairs;

namespace SecurityReview.CodeFixes.ContextValidation;

/// <summary>Compares the owner with the caller: in the condition of the query, or where it has none by a guard behind the look-up.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ForeignObjectFixer))]
public sealed class ForeignObjectFixer() : ReviewFixProvider(RuleIds.ForeignObjectLoaded, CompareOwner, "Compare all owners with the caller")
{
    /// <summary>The equivalence key of the repair.</summary>
    public const string CompareOwner = "ownership.compare_owner";

    /// <inheritdoc/>
    internal override ImmutableArray<Repair> Plan(RepairContext context)
    {
        if (!context.Diagnostic.Properties.TryGetValue(OwnershipFacts.Key, out var key) || key is null
            || context.Node.FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { } call)
        {
            return ImmutableArray<Repair>.Empty;
        }

        return (OwnerCondition.Of(call, key, CompareOwner, context) ?? OwnerGuard.Of(call, key, CompareOwner, context)) is { } repair
            ? ImmutableArray.Create(repair)
            : ImmutableArray<Repair>.Empty;
    }
}

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;
using SecurityReview.Analyzers;
using SecurityReview.CodeFixes.ContextValidation.Callers;
using SecurityReview.CodeFixes.Repairs;
using SecurityReview.Analyzers.ContextValidation.Ownership;

namespace SecurityReview.CodeFixes.ContextValidation;

/// <summary>Puts the caller in the place of what the client says.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ClaimedIdentityFixer))]
public sealed class ClaimedIdentityFixer() : ReviewFixProvider(RuleIds.IdentityFromRequest, UseCaller, "Take all identities from the principal")
{
    /// <summary>The equivalence key of the repair.</summary>
    public const string UseCaller = "ownership.use_caller";

    /// <inheritdoc/>
    internal override ImmutableArray<Repair> Plan(RepairContext context)
    {
        if (!context.Diagnostic.Properties.TryGetValue(OwnershipFacts.Key, out var key) || key is null
            || context.Root.FindNode(context.Diagnostic.Location.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<ExpressionSyntax>(node => node.Span == context.Diagnostic.Location.SourceSpan) is not { } value
            || context.Model.GetTypeInfo(value, context.CancellationToken).Type is not { } type
            || CallerLocal.For(value, key, type, context) is not { } caller)
        {
            return ImmutableArray<Repair>.Empty;
        }

        return ImmutableArray.Create(Repair.OfSyntax($"Use the caller's '{key}'", UseCaller, editor =>
        {
            caller.Declare(editor);
            editor.ReplaceNode(value, caller.Use.WithTriviaFrom(value).WithAdditionalAnnotations(Simplifier.Annotation));
        }));
    }
}

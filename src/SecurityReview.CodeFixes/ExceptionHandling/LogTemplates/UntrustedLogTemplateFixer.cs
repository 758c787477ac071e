using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers;
using SecurityReview.CodeFixes.Repairs;

namespace SecurityReview.CodeFixes.ExceptionHandling.LogTemplates;

/// <summary>
/// Makes the template constant: <c>$"User {user.Name} did {what:x}"</c> becomes <c>"User {UserName} did {What:x}", user.Name, what</c>, for every
/// family of loggers, with what the call passes already in its place.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UntrustedLogTemplateFixer))]
public sealed class UntrustedLogTemplateFixer() : ReviewFixProvider(RuleIds.UntrustedLogTemplate, PassAsArguments, "Pass values to the log as arguments")
{
    /// <summary>The equivalence key of the repair.</summary>
    public const string PassAsArguments = "exception.pass_values_to_log";

    /// <inheritdoc/>
    internal override ImmutableArray<Repair> Plan(RepairContext context)
    {
        if (context.Node.FirstAncestorOrSelf<ArgumentSyntax>(argument => argument.Expression.Span == context.Diagnostic.Location.SourceSpan) is not { } argument ||
            TemplateCall.Of(argument, context) is not { } call || call.Rewritten() is not { } rewritten || !context.Pass.Claim(call.Syntax))
        {
            return ImmutableArray<Repair>.Empty;
        }

        return ImmutableArray.Create(Repair.OfSyntax("Pass the values as arguments", PassAsArguments, editor => editor.ReplaceNode(call.Syntax, rewritten)));
    }
}

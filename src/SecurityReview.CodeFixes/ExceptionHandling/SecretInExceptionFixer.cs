using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using SecurityReview.Analyzers;
using SecurityReview.CodeFixes.Repairs;

namespace SecurityReview.CodeFixes.ExceptionHandling;

/// <summary>Takes the secret out of the message of an exception.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SecretInExceptionFixer))]
public sealed class SecretInExceptionFixer() : ReviewFixProvider(RuleIds.SecretInException, LeaveOut, "Leave secrets out of messages")
{
    /// <summary>The equivalence key of the repair.</summary>
    public const string LeaveOut = "exception.leave_secret_out_of_message";

    /// <inheritdoc/>
    internal override ImmutableArray<Repair> Plan(RepairContext context) =>
        SecretRemoval.For(context) is { } edit ? ImmutableArray.Create(Repair.OfSyntax("Leave the secret out", LeaveOut, edit)) : ImmutableArray<Repair>.Empty;
}

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using SecurityReview.Analyzers;
using SecurityReview.CodeFixes.Repairs;

namespace SecurityReview.CodeFixes.ExceptionHandling;

/// <summary>Takes the secret and its placeholder out of the log entry.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SecretLoggedFixer))]
public sealed class SecretLoggedFixer() : ReviewFixProvider(RuleIds.SecretLogged, LeaveOut, "Leave secrets out of the log")
{
    /// <summary>The equivalence key of the repair.</summary>
    public const string LeaveOut = "exception.leave_secret_out_of_log";

    /// <inheritdoc/>
    internal override ImmutableArray<Repair> Plan(RepairContext context) =>
        SecretRemoval.For(context) is { } edit ? ImmutableArray.Create(Repair.OfSyntax("Leave the secret out", LeaveOut, edit)) : ImmutableArray<Repair>.Empty;
}

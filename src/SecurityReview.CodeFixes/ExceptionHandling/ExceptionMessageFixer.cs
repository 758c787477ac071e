using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using SecurityReview.Analyzers;
using SecurityReview.CodeFixes.Repairs;

namespace SecurityReview.CodeFixes.ExceptionHandling;

/// <summary>
/// Logs the exception with the logger in scope and answers as before, with a general text in the place of the detail: the status, the kind of
/// result and all that is no detail stay. Without a logger in scope only the answer changes.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ExceptionMessageFixer))]
public sealed class ExceptionMessageFixer() : ReviewFixProvider(RuleIds.ExceptionMessageInResponse, AnswerInGeneral, "Log exceptions and answer in general words")
{
    /// <summary>The equivalence key of the repair.</summary>
    public const string AnswerInGeneral = "exception.answer_without_message";

    /// <summary>The equivalence key of the repair that brings a logger in first.</summary>
    public const string InjectLogger = "exception.inject_logger_and_answer_without_message";

    /// <inheritdoc/>
    internal override ImmutableArray<Repair> Plan(RepairContext context) => AnswerRepair.Plan(context, AnswerInGeneral, InjectLogger);
}

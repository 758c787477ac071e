using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers;
using SecurityReview.CodeFixes.ExceptionHandling.Injection;
using SecurityReview.CodeFixes.Repairs;

namespace SecurityReview.CodeFixes.ExceptionHandling;

/// <summary>
/// Logs a swallowed exception with the logger in scope and otherwise does what the catch did. Without a logger the exception goes on, in the place of
/// the empty answer.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SwallowedExceptionFixer))]
public sealed class SwallowedExceptionFixer() : ReviewFixProvider(RuleIds.SwallowedException, LogOrRethrow, "Log swallowed exceptions, or let them go on")
{
    /// <summary>The equivalence key of the default repair.</summary>
    public const string LogOrRethrow = "exception.log_or_rethrow";

    /// <summary>The equivalence key of the repair that lets the exception go on although it could be logged.</summary>
    public const string Rethrow = "exception.rethrow";

    /// <summary>The equivalence key of the repair that brings a logger in first.</summary>
    public const string InjectLogger = "exception.inject_logger";

    /// <inheritdoc/>
    internal override ImmutableArray<Repair> Plan(RepairContext context)
    {
        if (context.Node.FirstAncestorOrSelf<CatchClauseSyntax>() is not { Parent: TryStatementSyntax @try } clause)
            return ImmutableArray<Repair>.Empty;
        var repairs = ImmutableArray.CreateBuilder<Repair>();
        var log = new CatchEdit(clause, context);
        var hasLogger = log.Log();
        if (hasLogger)
            repairs.Add(Repair.OfSyntax("Log the exception", LogOrRethrow, editor => log.Apply(editor)));
        if (MayThrow(@try, clause, context))
        {
            var rethrow = new CatchEdit(clause, context);
            rethrow.Add(SyntaxFactory.ThrowStatement());
            repairs.Add(Repair.OfSyntax("Let the exception go on", repairs.Count == 0 ? LogOrRethrow : Rethrow, editor => rethrow.Apply(editor, Leaves)));
            if (!hasLogger && InjectedLogger.At(clause.Block, context) is { } injected)
            {
                log.Log(injected.Logger);
                repairs.Add(Repair.OfSyntax("Inject a logger and log the exception", InjectLogger, editor =>
                {
                    injected.Inject(editor);
                    log.Apply(editor);
                }));
            }
        }

        return repairs.ToImmutable();
    }

    private static bool Leaves(StatementSyntax statement) => statement is ReturnStatementSyntax or ContinueStatementSyntax or BreakStatementSyntax or EmptyStatementSyntax;

    /// <summary>Whether the code after the try is still reached when this catch no longer leads there.</summary>
    private static bool MayThrow(TryStatementSyntax @try, CatchClauseSyntax clause, RepairContext context)
    {
        if (clause.Block.Statements.Any(static statement => statement is IfStatementSyntax))
            return false;
        var others = @try.Catches.Where(other => other != clause).Select(static other => other.Block).Prepend(@try.Block);
        return others.Any(IsLeftAtTheEnd) || !IsLeftAtTheEnd(clause.Block);

        bool IsLeftAtTheEnd(BlockSyntax block) => context.Model.AnalyzeControlFlow(block) is { Succeeded: true, EndPointIsReachable: true };
    }
}

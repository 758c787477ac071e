using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.ExceptionHandling.Responses;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.CodeFixes.ExceptionHandling.Injection;
using SecurityReview.CodeFixes.Repairs;

namespace SecurityReview.CodeFixes.ExceptionHandling;

/// <summary>Plans to log an exception with the logger in scope and to answer in general words: the same for its detail and its message.</summary>
internal static class AnswerRepair
{
    /// <param name="key">The equivalence key of the repair.</param>
    /// <param name="injectKey">That of the repair that brings a logger in where there is none.</param>
    public static ImmutableArray<Repair> Plan(RepairContext context, string key, string injectKey)
    {
        context.Diagnostic.Properties.TryGetValue(LeakFacts.Places, out var spans);
        var places = SpanList.NodesAt<ExpressionSyntax>(context.Root, spans);
        var answers = places.Select(place => GeneralAnswer.For(place, context)).ToImmutableArray();
        if (places.IsEmpty || answers.Any(answer => answer is null) || places.Any(context.Pass.IsClaimed))
            return ImmutableArray<Repair>.Empty;
        foreach (var place in places)
            context.Pass.Claim(place);

        var caught = CaughtException.At(places[0], context);
        var isLogged = caught is not null && (caught.IsLogged(places[0]) || context.Pass.IsClaimed(caught.LogKey));
        var log = caught is null || isLogged ? null : LogEntry.For(caught, places[0], context);
        if (log is not null)
            context.Pass.Claim(caught!.LogKey);
        var dropped = caught is null || isLogged || log is not null ? null : caught.DropUnusedVariable(places, context);
        var title = log is null ? "Answer in general words" : "Log the exception and answer in general words";
        var repair = Repair.OfSyntax(title, key, editor =>
        {
            foreach (var answer in answers)
                answer!(editor);
            log?.Invoke(editor);
            dropped?.Invoke(editor);
        });
        if (caught is null || isLogged || log is not null || InjectedLogger.At(places[0], context) is not { } injected || LogEntry.With(injected.Logger, caught, places[0]) is not { } entry)
            return ImmutableArray.Create(repair);
        // One entry is enough for all that one exception brings into the answers.
        var isFirst = context.Pass.Claim((caught.LogKey, injectKey));
        return ImmutableArray.Create(repair, Repair.OfSyntax("Inject a logger, log the exception and answer in general words", injectKey, editor =>
        {
            injected.Inject(editor);
            foreach (var answer in answers)
                answer!(editor);
            if (isFirst)
                entry(editor);
        }));
    }
}

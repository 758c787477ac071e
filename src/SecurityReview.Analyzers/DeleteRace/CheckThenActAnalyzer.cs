using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SecurityReview.Analyzers.Bodies;
using SecurityReview.Analyzers.DeleteRace.CheckThenAct;
using SecurityReview.Analyzers.DeleteRace.OneTime;
using SecurityReview.Analyzers.Storage;

namespace SecurityReview.Analyzers.DeleteRace;

/// <summary>Code that asks whether something is there and then relies on the answer is wrong as soon as two requests ask at once.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CheckThenActAnalyzer : ReviewAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.CheckThenAct);

    private protected override void Register(CompilationStartAnalysisContext context, KnownTypes types)
    {
        var judge = CheckThenActJudge.Of(types);
        var keys = EntityKeys.Of(types);
        var oneTime = OneTimeJudge.Of(types);
        context.RegisterGatedOperationAction(
            judge.Words, operation => Analyze(operation, judge, keys, oneTime), OperationKind.Invocation, OperationKind.ObjectCreation, OperationKind.SimpleAssignment);
    }

    private static void Analyze(OperationContext context, CheckThenActJudge judge, EntityKeys keys, OneTimeJudge oneTime)
    {
        if (judge.Judge(context) is not var (check, act) || oneTime.Judge(context) is not null)
            return;
        var properties = ImmutableDictionary<string, string?>.Empty
            .Add(DeleteProperties.Target, act.Scope?.Target ?? act.Name)
            .Add(DeleteProperties.IsSingleRow, "true")
            .Add(DeleteProperties.IsInsert, act.IsInsert ? "true" : "false")
            .Add(DeleteProperties.Store, act.Resource.Kind.ToString());
        if (act.Entity is { } entity && keys.Identify(entity, check.Resource.Values.Keys.ToList()))
            properties = properties.Add(DeleteProperties.IsUnique, "true");
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.CheckThenAct, DeletePlace.Of(act.Operation), [check.Operation.Syntax.GetLocation()], properties,
            act.IsInsert ? "made" : "deleted", act.Name, RemedyFor(act)));
    }

    private static string RemedyFor(StoreAct act) => (act.Resource.Kind, act.IsInsert) switch
    {
        (ResourceKind.Rows, true) => "let a unique key decide and handle its violation",
        (ResourceKind.Rows, false) => "delete at once and test how many rows there were",
        (ResourceKind.Map, true) => "test the result of 'TryAdd' instead",
        (ResourceKind.Map, false) => "test the result of the removal instead",
        (ResourceKind.Blob, false) => "use 'DeleteIfExists' instead",
        (ResourceKind.File, true) => "open it with 'FileMode.CreateNew' and handle the exception",
        (ResourceKind.File, false) => "delete it without asking",
        (ResourceKind.CacheKey, true) => "set it with 'When.NotExists' and test the result",
        (ResourceKind.CacheKey, false) => "delete it and test the result",
        _ => "do it without asking and handle the exception",
    };
}

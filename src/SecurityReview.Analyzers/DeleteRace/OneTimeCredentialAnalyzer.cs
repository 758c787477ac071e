using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SecurityReview.Analyzers.Bodies;
using SecurityReview.Analyzers.DeleteRace.OneTime;
using SecurityReview.Analyzers.Storage;

namespace SecurityReview.Analyzers.DeleteRace;

/// <summary>A token, code or coupon that is read, used, and only then used up: two requests that read it at once both use it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OneTimeCredentialAnalyzer : ReviewAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.OneTimeCredential);

    private protected override void Register(CompilationStartAnalysisContext context, KnownTypes types)
    {
        var judge = OneTimeJudge.Of(types);
        context.RegisterGatedOperationAction(judge.Words, operation => Analyze(operation, judge), OperationKind.Invocation, OperationKind.SimpleAssignment);
    }

    private static void Analyze(OperationContext context, OneTimeJudge judge)
    {
        if (judge.Judge(context) is not var (consumption, read))
            return;
        var properties = ImmutableDictionary<string, string?>.Empty
            .Add(DeleteProperties.Target, consumption.Name)
            .Add(DeleteProperties.Store, consumption.Kind.ToString())
            .Add(DeleteProperties.Mark, consumption.Mark)
            .Add(DeleteProperties.IsConditional, consumption.IsConditional ? "true" : "false");
        if (consumption.Entity is { } entity && EntityKeys.Of(KnownTypes.Of(context.Compilation)).Of(entity).FirstOrDefault() is { } key)
            properties = properties.Add(DeleteProperties.Keys, string.Join(",", key.OrderBy(static name => name, StringComparer.Ordinal)));
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.OneTimeCredential, DeletePlace.Of(consumption.Act), [read.Syntax.GetLocation()], properties, consumption.Name));
    }
}

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Bodies;
using SecurityReview.Analyzers.ExceptionHandling.Logging;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Modelling;
using SecurityReview.Analyzers.Taint.Query;

namespace SecurityReview.Analyzers.ExceptionHandling;

/// <summary>Who writes into the template of a log entry writes entries of his own: he adds lines, and breaks the placeholders that others search by.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UntrustedLogTemplateAnalyzer : ReviewAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.UntrustedLogTemplate);

    /// <inheritdoc/>
    private protected override void Register(CompilationStartAnalysisContext context, KnownTypes types)
    {
        var engine = TaintEngine.Of(types, context.Options, context.CancellationToken);
        var logs = new LogCalls(engine.Models);
        var words = BodyWords.FoundBy(types, cancellation => logs.TemplateWordsIn(types, cancellation));
        context.RegisterGatedOperationAction(words, operation => Analyze(operation, engine, logs), OperationKind.Invocation);
    }

    private static void Analyze(OperationContext context, TaintEngine engine, LogCalls logs)
    {
        var call = (IInvocationOperation)context.Operation;
        if (logs.Of(call) is not { Template: { } template } || template.ConstantValue.HasValue)
            return;
        var text = template.Unwrap();
        // A logger that takes any object takes objects too: what these write out is their own matter.
        if (text.ConstantValue.HasValue || (template.Type?.SpecialType != SpecialType.System_String && text.Type?.SpecialType != SpecialType.System_String) || FlowInto(text) is not { } flow)
            return;
        var parts = TextParts.Of(text).ToList();
        if (parts.All(part => ReferenceEquals(part, text) ? IsClean(part, flow) : part.ConstantValue.HasValue || FlowInto(part) is not { } intoPart || IsClean(part, intoPart)))
            return;
        context.ReportDiagnostic(Diagnostic.Create(Descriptors.UntrustedLogTemplate, text.Syntax.GetLocation(), flow.Path.Distinct(), flow.Source.Description));

        TaintFlow? FlowInto(IOperation value)
        {
            var query = new TaintQuery(UntrustedKinds.Of(context.Options, call.Syntax.SyntaxTree), SinkKindNames.LogTemplate);
            return engine.FlowInto(context.GetControlFlowGraph(), context.ContainingSymbol, value.Syntax, query, context.CancellationToken);
        }

        bool IsClean(IOperation value, TaintFlow into) => RemovedLineBreaks.AreIn(value, context.CancellationToken) || RemovedLineBreaks.AreOn(into, context.CancellationToken);
    }
}

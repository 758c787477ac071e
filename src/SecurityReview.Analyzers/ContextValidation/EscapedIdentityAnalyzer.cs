using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Bodies;
using SecurityReview.Analyzers.ContextValidation.EscapedIdentity;
using SecurityReview.Analyzers.ContextValidation.Vocabulary;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.ContextValidation;

/// <summary>Who asks is true for one request; kept beyond it, it speaks for the next one, or for a context that the server has given to somebody else.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EscapedIdentityAnalyzer : ReviewAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.RequestIdentityEscapes);

    private protected override void Register(CompilationStartAnalysisContext context, KnownTypes types)
    {
        var shared = new SharedPlaces(types);
        var words = RequestWords.In(types);
        context.RegisterGatedOperationAction(words, operation => AnalyzeStore(operation, types, shared), OperationKind.SimpleAssignment, OperationKind.CoalesceAssignment);
        context.RegisterGatedOperationAction(
            words, operation => AnalyzeCall(operation, types, shared), OperationKind.Invocation, OperationKind.ObjectCreation, OperationKind.EventAssignment);
    }

    private static void AnalyzeStore(OperationContext context, KnownTypes types, SharedPlaces shared)
    {
        var assignment = (IAssignmentOperation)context.Operation;
        if (assignment.Target is not (IMemberReferenceOperation or IArrayElementReferenceOperation) || assignment.Value.ConstantValue.HasValue || shared.Written(assignment.Target) is not { } member)
            return;
        if (RequestObjects.IsRequests(assignment.Value) || IsIdentity(assignment.Value, OwnershipVocabulary.For(types, context.Options, assignment.Syntax.SyntaxTree)))
            ReportStore(context, assignment.Value, member);
    }

    private static void AnalyzeCall(OperationContext context, KnownTypes types, SharedPlaces shared)
    {
        foreach (var work in DetachedWork.StartedBy(context.Operation, context.ContainingSymbol))
        {
            if (CapturedRequest.ReadsIn(work).FirstOrDefault() is { } read)
                ReportWork(context, HeadOf(work), [read.Syntax.GetLocation()], read.Syntax.ToString());
        }

        if (context.Operation is not IInvocationOperation call)
            return;
        if (shared.AddedTo(call) is { } member)
        {
            if (call.Arguments.FirstOrDefault(static argument => RequestObjects.IsRequests(argument.Value)) is { } added)
                ReportStore(context, added.Value, member);
            return;
        }

        if (call.TargetMethod is not { IsAsync: true } method || !DetachedWork.IsForgotten(call, context.ContainingSymbol))
            return;
        if (call.Arguments.FirstOrDefault(static argument => RequestObjects.IsRequests(argument.Value)) is { } handed)
            ReportWork(context, call.Syntax.GetLocation(), [handed.Syntax.GetLocation()], handed.Value.Syntax.ToString());
        else if (CapturedRequest.ReadsLater(method, types, context.CancellationToken))
            ReportWork(context, call.Syntax.GetLocation(), [], method.Name);
    }

    /// <summary>A name or id that is read from a principal or context.</summary>
    private static bool IsIdentity(IOperation value, OwnershipVocabulary vocabulary) =>
        CallerIdentity.Read(value, vocabulary) is { Receiver: { } receiver } && (RequestObjects.Contains(receiver.Type) || CallerIdentity.IsCaller(receiver, vocabulary));

    /// <summary>The parameters and the arrow of a lambda: a body of many lines is not underlined.</summary>
    private static Location HeadOf(IAnonymousFunctionOperation work) => work.Syntax switch
    {
        LambdaExpressionSyntax lambda => Location.Create(lambda.SyntaxTree, Microsoft.CodeAnalysis.Text.TextSpan.FromBounds(lambda.SpanStart, lambda.ArrowToken.Span.End)),
        AnonymousMethodExpressionSyntax method => method.DelegateKeyword.GetLocation(),
        var other => other.GetLocation(),
    };

    private static void ReportStore(OperationContext context, IOperation value, ISymbol member) =>
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.RequestIdentityEscapes,
            value.Syntax.GetLocation(),
            $"'{value.Unwrap().Syntax}' of one request is kept in '{member.Name}', which all requests share; pass it on, or copy what is needed into something of the request"));

    private static void ReportWork(OperationContext context, Location place, IReadOnlyList<Location> reads, string read) =>
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.RequestIdentityEscapes, place, reads,
            $"This work is not awaited and uses '{read}' when the request may be over; copy the value before it starts"));
}

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Bodies;
using SecurityReview.Analyzers.ContextValidation.Vocabulary;

namespace SecurityReview.Analyzers.DeleteRace;

/// <summary>A delete that names no rows takes all of them, and one by a client's id alone takes the records of others.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnscopedDeleteAnalyzer : ReviewAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.UnscopedDelete);

    private protected override void Register(CompilationStartAnalysisContext context, KnownTypes types)
    {
        var deletes = DeleteReader.Of(types);
        var whole = new WholeSetDeletes(types);
        var foreign = new ForeignDeletes(types);
        var cleanUp = new CleanUpCode(types);
        var names = BodyWords.OfCalls(deletes.Names.Append(WholeSetDeletes.Range));
        context.RegisterGatedOperationAction(names, operation => Analyze(operation, types, deletes, whole, foreign, cleanUp), OperationKind.Invocation);
    }

    private static void Analyze(OperationContext context, KnownTypes types, DeleteReader deletes, WholeSetDeletes whole, ForeignDeletes foreign, CleanUpCode cleanUp)
    {
        var call = (IInvocationOperation)context.Operation;
        var scope = deletes.Read(call, context.CancellationToken);
        if (whole.Of(call, scope, context.CancellationToken) is { } all)
        {
            var isEndpoint = foreign.EndpointAround(call, context.ContainingSymbol) is not null;
            if (!WholeSetDeletes.IsMeant(call, context.ContainingSymbol, isEndpoint) && !cleanUp.Contains(call, context.ContainingSymbol) && !Replacement.Follows(call, all))
                Report(context, call, all, $"every '{all.Target}'", "say by a condition which", ImmutableDictionary<string, string?>.Empty);
            return;
        }

        if (scope is not { IsSingleRow: true } || foreign.EndpointAround(call, context.ContainingSymbol) is not { } endpoint)
            return;
        var vocabulary = OwnershipVocabulary.For(types, context.Options, call.Syntax.SyntaxTree);
        if (foreign.ForgottenKey(call, context.ContainingSymbol, endpoint, scope, vocabulary, context.CancellationToken) is not { } key)
            return;
        var properties = ForeignDeletes.CallerLocal(call, scope, key, vocabulary) is { } local
            ? ImmutableDictionary<string, string?>.Empty.Add(DeleteProperties.OwnerKey, key).Add(DeleteProperties.Caller, local)
            : ImmutableDictionary<string, string?>.Empty;
        Report(context, call, scope, $"any '{scope.Target}' by the id that the client sends", $"compare '{key}' with the caller as well", properties);
    }

    private static void Report(
        OperationContext context, IInvocationOperation call, DeleteScope scope, string what, string remedy, ImmutableDictionary<string, string?> properties) =>
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.UnscopedDelete, DeletePlace.Of(call), properties.Add(DeleteProperties.Target, scope.Target), call.TargetMethod.Name, what, remedy));
}

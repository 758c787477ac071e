using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.ContextValidation.Vocabulary;
using SecurityReview.Analyzers.Endpoints;
using SecurityReview.Analyzers.Flow;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Query;

namespace SecurityReview.Analyzers.ContextValidation.Ownership;

/// <summary>Judges values that stand for who acts: whether the client chose them, in code that knows who calls.</summary>
internal sealed class ClaimedIdentities
{
    private readonly KnownTypes _types;
    private readonly TaintEngine _engine;
    private readonly OwnedEntities _entities;
    private readonly KeyEvidence _evidence;
    private readonly EntryPoints _endpoints;
    private readonly EndpointProtection _protection;
    private readonly OwnershipChecks _checks;
    private readonly ActingParameters _acting;
    private readonly Callers _callers;

    public ClaimedIdentities(KnownTypes types, AnalyzerOptions options, CancellationToken cancellation)
    {
        _types = types;
        _engine = TaintEngine.Of(types, options, cancellation);
        _entities = OwnedEntities.Of(types);
        _evidence = KeyEvidence.Of(types);
        _endpoints = EntryPoints.Of(types, _engine.Models);
        _protection = new EndpointProtection(types);
        _checks = new OwnershipChecks(types);
        _acting = new ActingParameters(types);
        _callers = Callers.Of(types);
    }

    /// <summary>How the client chooses the value; null where it does not, or may.</summary>
    public TaintFlow? Judge(ActingUse use, IOperation operation, ISymbol member, AnalyzerOptions options, CancellationToken cancellation)
    {
        var vocabulary = OwnershipVocabulary.For(_types, options, operation.Syntax.SyntaxTree);
        if (!_callers.Exist || CallerIdentity.Read(use.Value, vocabulary) is not null || !StandsForTheCaller(use, operation, member, vocabulary, cancellation))
            return null;
        var scope = FunctionScope.Around(operation, member, _endpoints);
        // What a function is given as it is, its callers are asked about.
        if (scope.Endpoint is null && ValueForm.Peel(use.Value) is IParameterReferenceOperation)
            return null;
        if (_engine.FlowInto(use.Value.Syntax, member, TaintQuery.OfIdentity(_types), cancellation) is not { } flow || EndpointOf(flow, scope) is not { } endpoint)
            return null;
        if (OtherPeople.AreMeant(use, endpoint.Function!, scope.Function) || !_protection.IsForSignedIn(endpoint, vocabulary) || _protection.Lets(endpoint.Function!, reads: use.Form == ActingForm.Compared, vocabulary, cancellation))
            return null;
        return IsCompared(use, scope, vocabulary, cancellation) || (!ReferenceEquals(scope, endpoint) && IsCompared(use, endpoint, vocabulary, cancellation)) ? null : flow;
    }

    private bool StandsForTheCaller(ActingUse use, IOperation operation, ISymbol member, OwnershipVocabulary vocabulary, CancellationToken cancellation) => use.Form switch
    {
        ActingForm.Passed => operation is IInvocationOperation call && call.Arguments.FirstOrDefault(argument => ReferenceEquals(argument.Value, use.Value))?.Parameter is { } parameter
            && IsActing(call, parameter, member, vocabulary, cancellation),
        ActingForm.Compared => use.Owned is { } queried && _entities.IsEntity(queried) && _entities.KeysOf(queried, vocabulary).Contains(use.Key) && _evidence.ExistsInQuery(use.Key, queried, vocabulary),
        _ => use.Owned is { } owned && _entities.IsEntity(owned) && _entities.KeysOf(owned, vocabulary).Contains(use.Key),
    };

    /// <summary>A method that stores it, or that other callers give the caller to.</summary>
    private bool IsActing(IInvocationOperation call, IParameterSymbol parameter, ISymbol member, OwnershipVocabulary vocabulary, CancellationToken cancellation)
    {
        var method = call.TargetMethod;
        if (_acting.Contains(method, parameter.Ordinal, ActingForm.Stored, vocabulary, cancellation))
            return true;
        return _acting.Contains(method, parameter.Ordinal, ActingForm.Compared, vocabulary, cancellation)
            && CallSites.Of((method.ReducedFrom ?? method).OriginalDefinition, call, member, _types.Compilation, cancellation)
                .Any(site => site.Call.Arguments.Any(argument => argument.Parameter?.Ordinal == parameter.Ordinal && CallerIdentity.Read(argument.Value, vocabulary) is not null));
    }

    /// <summary>The endpoint whose client it is: around the use, or where the flow begins.</summary>
    private FunctionScope? EndpointOf(TaintFlow flow, FunctionScope scope)
    {
        if (scope.Endpoint is not null)
            return scope;
        if (flow.Source.Location is not { SourceTree: { } tree } place || !_types.Compilation.ContainsSyntaxTree(tree))
            return null;
        var model = ForeignModels.Of(_types.Compilation, tree);
        var around = tree.GetRoot().FindNode(place.SourceSpan).AncestorsAndSelf();
        var function = around.FirstOrDefault(static node => node is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax);
        var outermost = around.FirstOrDefault(static node => node is BaseMethodDeclarationSyntax or CompilationUnitSyntax);
        if (function is null || outermost is null || model.GetOperation(function) is not { } body || model.GetDeclaredSymbol(outermost) is not { } member)
            return null;
        return FunctionScope.Around(body, member, _endpoints) is { Endpoint: not null } endpoint ? endpoint : null;
    }

    /// <summary>Whether somebody compares the value with the principal, or asks about it.</summary>
    private bool IsCompared(ActingUse use, FunctionScope scope, OwnershipVocabulary vocabulary, CancellationToken cancellation)
    {
        var subject = CheckedObject.Named(use.Value, use.Value.Type ?? _types.Compilation.ObjectType, vocabulary);
        var operations = scope.Body.DescendantsAndSelf().ToList();
        return _checks.Ask(operations, subject, vocabulary, cancellation) || operations.Any(operation => operation switch
        {
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } binary => IsWithCaller(binary.LeftOperand, binary.RightOperand, subject, vocabulary) || IsWithCaller(binary.RightOperand, binary.LeftOperand, subject, vocabulary),
            IInvocationOperation { TargetMethod.Name: "Equals" or "Contains" } call => subject.IsMentionedIn(call) && call.DescendantsAndSelf().Any(part => CallerIdentity.Read(part, vocabulary) is not null),
            _ => false,
        });
    }

    private static bool IsWithCaller(IOperation value, IOperation caller, CheckedObject subject, OwnershipVocabulary vocabulary) =>
        subject.IsMentionedIn(value) && CallerIdentity.Read(caller, vocabulary) is not null;
}

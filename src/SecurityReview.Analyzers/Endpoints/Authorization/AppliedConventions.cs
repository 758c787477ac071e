using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Flow;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.Endpoints.Authorization;

/// <summary>
/// What is said about a route or group after it was made: by the calls that follow in the chain, on the variables that hold it, in the methods
/// that it is given to, and by the callers that it is returned to.
/// </summary>
internal sealed class AppliedConventions(KnownTypes types)
{
    private readonly ConventionReader _reader = new(types);
    private readonly BuilderReferences _references = new(types.Compilation);

    /// <summary>The demands that apply to the value of an expression.</summary>
    public ImmutableArray<AuthorizationDemand> On(IOperation value)
    {
        var found = new Search(new HashSet<ISymbol>(SymbolEqualityComparer.Default), ImmutableArray.CreateBuilder<AuthorizationDemand>());
        Climb(value, found);
        return found.Demands.ToImmutable();
    }

    /// <summary>The demands that are made on a variable, parameter or member that holds a builder.</summary>
    /// <param name="body">Any operation of the body, for a local.</param>
    public ImmutableArray<AuthorizationDemand> OnSymbol(ISymbol symbol, IOperation? body)
    {
        var found = new Search(new HashSet<ISymbol>(SymbolEqualityComparer.Default), ImmutableArray.CreateBuilder<AuthorizationDemand>());
        Visit(symbol, body, found);
        return found.Demands.ToImmutable();
    }

    /// <summary>What a call says by itself, and, for a method of the program, what that does with the builder.</summary>
    public ImmutableArray<AuthorizationDemand> Of(IInvocationOperation call) => _reader.Read(call);

    /// <summary>Whether a call gives back the builder that it was called on, so that what follows it is said about the same.</summary>
    public bool ReturnsItsReceiver(IInvocationOperation call)
    {
        if (call.TargetMethod.ReturnsVoid)
            return false;
        if (!call.TargetMethod.HasSource())
            return !call.TargetMethod.Name.StartsWith("Map", StringComparison.Ordinal) && call.TargetMethod.Name is not ("Build" or "NewVersionedApi" or "CreateBuilder");
        return _references.ReturnsOf(call.TargetMethod.OriginalDefinition).All(ComesFromParameter);
    }

    private bool ComesFromParameter(IOperation value)
    {
        var current = value.Unwrap();
        while (current is IInvocationOperation call && call.Receiver() is { } receiver && !call.TargetMethod.Name.StartsWith("Map", StringComparison.Ordinal))
            current = receiver.Unwrap();
        return current is IParameterReferenceOperation { Parameter.Ordinal: 0 };
    }

    private void Climb(IOperation value, Search found)
    {
        var current = value;
        while (current.Parent is IConversionOperation or IParenthesizedOperation or ICoalesceOperation || (current.Parent is IConditionalOperation condition && !ReferenceEquals(condition.Condition, current)))
            current = current.Parent;
        switch (current.Parent)
        {
            case IArgumentOperation { Parameter: { } parameter, Parent: IInvocationOperation call }:
                if (parameter.Ordinal == 0 && call.TargetMethod.IsExtensionMethod)
                    Apply(call, found);
                else if (call.TargetMethod.HasSource())
                    Visit(parameter.OriginalDefinition, null, found);
                break;
            case IInvocationOperation call when ReferenceEquals(call.Instance, current):
                Apply(call, found);
                break;
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }:
                Visit(declarator.Symbol, declarator, found);
                break;
            case ISimpleAssignmentOperation assignment when ReferenceEquals(assignment.Value, current):
                if (assignment.Target is ILocalReferenceOperation local)
                    Visit(local.Local, assignment, found);
                else if (assignment.Target is IMemberReferenceOperation member)
                    Visit(member.Member, null, found);
                break;
            case IReturnOperation:
                Return(current, found);
                break;
        }
    }

    private void Apply(IInvocationOperation call, Search found)
    {
        found.Demands.AddRange(_reader.Read(call));
        if (call.TargetMethod.HasSource() && call.TargetMethod.OriginalDefinition.Parameters.FirstOrDefault() is { } parameter)
            Visit(parameter, null, found);
        if (ReturnsItsReceiver(call))
            Climb(call, found);
    }

    private void Visit(ISymbol symbol, IOperation? body, Search found)
    {
        if (!found.Seen.Add(symbol))
            return;
        foreach (var use in _references.UsesOf(symbol, body))
            Climb(use, found);
    }

    private void Return(IOperation value, Search found)
    {
        if (value.SemanticModel?.GetEnclosingSymbol(value.Syntax.SpanStart) is not IMethodSymbol { MethodKind: not MethodKind.AnonymousFunction } method || !found.Seen.Add(method))
            return;
        foreach (var site in CallSites.Of(method, value, method, types.Compilation, CancellationToken.None))
            Climb(site.Call, found);
    }

    private sealed record Search(HashSet<ISymbol> Seen, ImmutableArray<AuthorizationDemand>.Builder Demands);
}

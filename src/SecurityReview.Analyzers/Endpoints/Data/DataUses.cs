using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Calls;

namespace SecurityReview.Analyzers.Endpoints.Data;

/// <summary>
/// Which stored data a function reads and changes, by itself and through up to three calls of the program's own code: sets of Entity Framework, SQL text, collections that outlive the
/// call, and what methods without code are named after.
/// </summary>
internal sealed class DataUses(KnownTypes types)
{
    private const int MaximumDepth = 3;
    private const int MaximumBodies = 40;

    private readonly StoreCalls _calls = new(types);

    /// <summary>The uses of a function, each once, in the order of the code.</summary>
    public ImmutableArray<DataUse> Of(IMethodSymbol function, CancellationToken cancellation)
    {
        var found = new Search(new HashSet<ISymbol>(SymbolEqualityComparer.Default), new List<DataUse>());
        Visit(function, MaximumDepth, found, cancellation);
        return Merge(found.Uses);
    }

    /// <summary>Whether a function changes stored data.</summary>
    public bool Change(IMethodSymbol function, CancellationToken cancellation) => Of(function, cancellation).Any(static use => use.Changes);

    private void Visit(IMethodSymbol function, int depth, Search found, CancellationToken cancellation)
    {
        if (found.Seen.Count >= MaximumBodies || !found.Seen.Add(function.OriginalDefinition) || !function.HasSource() || BodyDeclarations.Of(function, cancellation) is not { } code)
            return;
        var body = ForeignModels.Of(types.Compilation, code.SyntaxTree).GetOperation(code, cancellation);
        foreach (var operation in body?.DescendantsAndSelf() ?? [])
        {
            cancellation.ThrowIfCancellationRequested();
            if (_calls.Read(operation) is { } use)
                found.Uses.Add(use);
            if (depth > 0 && operation is IInvocationOperation call)
                Follow(call, depth - 1, found, cancellation);
        }
    }

    private void Follow(IInvocationOperation call, int depth, Search found, CancellationToken cancellation)
    {
        var method = call.TargetMethod.OriginalDefinition;
        if (!method.HasSource())
            return;
        if (!method.IsAbstract)
        {
            Visit(method, depth, found, cancellation);
            return;
        }

        foreach (var implementation in Implementations.Of(method, types.Compilation, cancellation))
            Visit(implementation, depth, found, cancellation);
    }

    /// <summary>A save changes what was loaded, unless something else says what is changed.</summary>
    private static ImmutableArray<DataUse> Merge(List<DataUse> uses)
    {
        var isSaved = uses.Any(static use => use == StoreCalls.Save);
        var named = uses.Where(static use => use.Entity.Length > 0).ToList();
        if (!isSaved)
            return uses.Distinct().GroupBy(static use => use.Entity).Select(static group => group.FirstOrDefault(static use => use.Changes) ?? group.First()).ToImmutableArray();
        var areChangesNamed = named.Any(static use => use.Changes);
        var all = areChangesNamed ? named : named.Select(static use => use with { Changes = true }).ToList();
        return (all.Count == 0 ? [StoreCalls.Save] : all.GroupBy(static use => use.Entity).Select(static group => group.FirstOrDefault(static use => use.Changes) ?? group.First())).ToImmutableArray();
    }

    private sealed record Search(HashSet<ISymbol> Seen, List<DataUse> Uses);
}

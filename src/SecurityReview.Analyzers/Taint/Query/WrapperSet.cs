using Microsoft.CodeAnalysis;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Calls;
using SecurityReview.Analyzers.Taint.Names;

namespace SecurityReview.Analyzers.Taint.Query;

/// <summary>
/// The parameters that a method of the compilation hands to a sink unchanged, so that the method is a sink itself and its callers are judged.
/// </summary>
internal sealed class WrapperSet
{
    public static readonly WrapperSet None = new(new HashSet<IParameterSymbol>(SymbolEqualityComparer.Default), new HashSet<IParameterSymbol>(SymbolEqualityComparer.Default));

    private readonly HashSet<IParameterSymbol> _parameters;
    private readonly HashSet<IParameterSymbol> _indirect;
    private readonly HashSet<IMethodSymbol> _methods;

    /// <param name="parameters">The parameters.</param>
    /// <param name="indirect">Those whose method is called through delegates too.</param>
    public WrapperSet(HashSet<IParameterSymbol> parameters, HashSet<IParameterSymbol> indirect)
    {
        _indirect = indirect;
        _parameters = parameters;
        _methods = new HashSet<IMethodSymbol>(parameters.Select(static parameter => parameter.ContainingSymbol).OfType<IMethodSymbol>(), SymbolEqualityComparer.Default);
    }

    /// <summary>The words with which code calls the methods; a constructor goes by its type.</summary>
    public IEnumerable<SoughtWord> Words => _methods.Select(static method =>
        method.MethodKind == MethodKind.Constructor ? SoughtWord.Of(method.ContainingType.Name) : SoughtWord.CallOf(PlainNameOf(method)));

    public bool Contains(IParameterSymbol parameter) => _parameters.Contains(parameter.OriginalDefinition);

    /// <summary>Whether all calls that hand something to a parameter of the set name its method, so that each is judged where it stands.</summary>
    public bool IsNamedInAllCalls(IParameterSymbol parameter) => !_indirect.Contains(parameter.OriginalDefinition);

    /// <summary>Whether some parameter of a method is in the set.</summary>
    public bool Contains(IMethodSymbol method) => _methods.Count > 0 && _methods.Contains((method.ReducedFrom ?? method).OriginalDefinition);

    /// <summary>The name by which calls name a method, also one that implements an interface explicitly.</summary>
    private static string PlainNameOf(IMethodSymbol method) => method.Name.Substring(method.Name.LastIndexOf('.') + 1);

    /// <summary>Whether a method can be in the set at all: the test before the set is made.</summary>
    public static bool MayContain(IMethodSymbol method) =>
        method.Parameters.Length > 0 && (FunctionBodies.HasCode(method.OriginalDefinition) || (method.OriginalDefinition.HasSource() && CallTargets.IsDispatched(method)));
}

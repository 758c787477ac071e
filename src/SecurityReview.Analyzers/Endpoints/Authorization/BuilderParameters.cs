using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Flow;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Names;

namespace SecurityReview.Analyzers.Endpoints.Authorization;

/// <summary>Which builders callers pass to a method or lambda that maps endpoints.</summary>
internal sealed class BuilderParameters(Compilation compilation)
{
    /// <summary>Calls of libraries by which the modules of a program are asked to map their endpoints.</summary>
    private static readonly Dictionary<string, string> s_modules = new(StringComparer.Ordinal) { ["AddRoutes"] = "MapCarter" };

    /// <param name="parameter">A parameter of a method, local function or lambda.</param>
    /// <param name="reference">A use of it.</param>
    public GivenBuilders GivenTo(IParameterSymbol parameter, IOperation reference) => parameter.ContainingSymbol switch
    {
        IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } lambda => ToLambda(parameter, lambda, reference),
        IMethodSymbol { MethodKind: MethodKind.Constructor } constructor => ToConstructor(parameter, constructor),
        IMethodSymbol method => ToMethod(parameter, method, reference),
        _ => GivenBuilders.None,
    };

    private GivenBuilders ToMethod(IParameterSymbol parameter, IMethodSymbol method, IOperation reference)
    {
        var sites = CallSites.Of(method, reference, method, compilation, CancellationToken.None);
        var values = sites.Select(site => site.Call.ArgumentFor(parameter.Ordinal)?.Value).OfType<IOperation>().ToImmutableArray();
        if (values.IsEmpty && s_modules.TryGetValue(method.Name, out var modules))
        {
            values = NamedCalls.In(compilation, [modules]).Select(call => ForeignModels.Of(compilation, call.SyntaxTree).GetOperation(call))
                .OfType<IInvocationOperation>().Select(static call => call.Receiver()).OfType<IOperation>().ToImmutableArray();
        }

        return new GivenBuilders(values, StartsHere: false);
    }

    private GivenBuilders ToConstructor(IParameterSymbol parameter, IMethodSymbol constructor) =>
        new((from token in NameIndex.Of(compilation).IdentifiersOf(constructor.ContainingType.Name, CancellationToken.None)
             let made = token.Parent?.FirstAncestorOrSelf<TypeSyntax>()?.Parent as ObjectCreationExpressionSyntax
             where made is not null && made.Type.Span.End == token.Span.End
             let creation = ForeignModels.Of(compilation, made.SyntaxTree).GetOperation(made) as IObjectCreationOperation
             where SymbolEqualityComparer.Default.Equals(creation.Constructor?.OriginalDefinition, constructor.OriginalDefinition)
             let argument = creation.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == parameter.Ordinal)
             where argument is not null
             select argument.Value).ToImmutableArray(), StartsHere: false);

    /// <summary>What a lambda is called with: by the framework, or by the method of the program that it is given to.</summary>
    private GivenBuilders ToLambda(IParameterSymbol parameter, IMethodSymbol lambda, IOperation reference)
    {
        var function = FunctionBody.Of(reference);
        while (function.Parent is { } outer && !(function is IAnonymousFunctionOperation { Symbol: var symbol } && SymbolEqualityComparer.Default.Equals(symbol, lambda)))
            function = FunctionBody.Of(outer);
        if (function.Parent is not IDelegateCreationOperation { Parent: IArgumentOperation { Parameter: { } target, Parent: IInvocationOperation call } })
            return GivenBuilders.None;
        if (call.TargetMethod.Name == "UseEndpoints")
            return GivenBuilders.Application;
        if (!call.TargetMethod.HasSource())
            return GivenBuilders.None;
        var body = new BuilderReferences(compilation).BodyOf(call.TargetMethod.OriginalDefinition);
        var values = body?.Descendants().OfType<IInvocationOperation>()
            .Where(invoked => invoked.Instance is IParameterReferenceOperation { Parameter: var called } && SymbolEqualityComparer.Default.Equals(called, target.OriginalDefinition))
            .Select(invoked => invoked.Arguments.ElementAtOrDefault(parameter.Ordinal)?.Value).OfType<IOperation>().ToImmutableArray();
        return values is { } given ? new GivenBuilders(given, StartsHere: false) : GivenBuilders.None;
    }
}

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Calls;

namespace SecurityReview.Analyzers.Endpoints.Data;

/// <summary>
/// The code of the program that a function runs, by itself and through up to three calls: also of what implements an interface, and of the handlers of
/// requests that it sends.
/// </summary>
internal sealed class ReachedCode(KnownTypes types)
{
    private const int MaximumDepth = 3;
    private const int MaximumBodies = 40;

    private static readonly ImmutableDictionary<string, ITypeSymbol> s_none = ImmutableDictionary.Create<string, ITypeSymbol>(StringComparer.Ordinal);

    private readonly RequestHandlers _handlers = RequestHandlers.Of(types);

    /// <summary>The bodies, each once for what its type parameters stand for, the function's own first.</summary>
    public ImmutableArray<ReachedBody> From(IMethodSymbol function, CancellationToken cancellation)
    {
        var found = new Search(new HashSet<string>(StringComparer.Ordinal), ImmutableArray.CreateBuilder<ReachedBody>());
        Visit(function, s_none, MaximumDepth, found, cancellation);
        return found.Bodies.ToImmutable();
    }

    private void Visit(IMethodSymbol function, ImmutableDictionary<string, ITypeSymbol> arguments, int depth, Search found, CancellationToken cancellation)
    {
        if (found.Seen.Count >= MaximumBodies || !function.HasSource() || BodyDeclarations.Of(function, cancellation) is not { } code || !found.Seen.Add(KeyOf(code, arguments)))
            return;
        if (ForeignModels.Of(types.Compilation, code.SyntaxTree).GetOperation(code, cancellation) is not { } body)
            return;
        var reached = new ReachedBody(function, body, arguments);
        found.Bodies.Add(reached);
        if (depth == 0)
            return;
        foreach (var call in body.DescendantsAndSelf().OfType<IInvocationOperation>())
        {
            cancellation.ThrowIfCancellationRequested();
            Follow(call, reached, depth - 1, found, cancellation);
        }
    }

    private void Follow(IInvocationOperation call, ReachedBody caller, int depth, Search found, CancellationToken cancellation)
    {
        var method = call.TargetMethod;
        if (RequestHandlers.IsSender(method))
        {
            foreach (var handler in call.Arguments.Select(static argument => argument.Value.Unwrap().Type).OfType<ITypeSymbol>().SelectMany(request => _handlers.For(request, cancellation)))
                Visit(handler, s_none, depth, found, cancellation);
        }

        var definition = method.OriginalDefinition;
        if (!definition.HasSource())
            return;
        if (!definition.IsAbstract)
        {
            Visit(definition, Given(method, definition, caller), depth, found, cancellation);
            return;
        }

        foreach (var implementation in Implementations.Of(definition, types.Compilation, cancellation))
            Visit(implementation, Given(method, implementation, caller), depth, found, cancellation);
    }

    /// <summary>What the type parameters of a method and of its type stand for in a call.</summary>
    /// <param name="called">The method as it is called.</param>
    /// <param name="target">The method whose code runs: the same, or what implements or overrides it.</param>
    /// <param name="caller">Where it is called.</param>
    private static ImmutableDictionary<string, ITypeSymbol> Given(IMethodSymbol called, IMethodSymbol target, ReachedBody caller)
    {
        var given = s_none;
        var declared = target.ContainingType.SelfAndBaseTypes().Concat(target.ContainingType.AllInterfaces).OfType<INamedTypeSymbol>()
            .FirstOrDefault(type => SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, called.ContainingType?.OriginalDefinition));
        if (declared is not null)
            Add(declared.TypeArguments, called.ContainingType!.TypeArguments);
        Add(target.TypeParameters.CastArray<ITypeSymbol>(), called.TypeArguments);
        return given;

        void Add(ImmutableArray<ITypeSymbol> parameters, ImmutableArray<ITypeSymbol> arguments)
        {
            for (var i = 0; i < parameters.Length && i < arguments.Length; i++)
            {
                if (parameters[i] is ITypeParameterSymbol parameter)
                    given = given.SetItem(parameter.Name, caller.Resolve(arguments[i]));
            }
        }
    }

    private static string KeyOf(SyntaxNode code, ImmutableDictionary<string, ITypeSymbol> arguments) =>
        $"{code.SyntaxTree.FilePath}:{code.Span}<{string.Join(",", arguments.OrderBy(static item => item.Key, StringComparer.Ordinal).Select(static item => item.Value.ToDisplayString()))}>";

    private sealed record Search(HashSet<string> Seen, ImmutableArray<ReachedBody>.Builder Bodies);
}

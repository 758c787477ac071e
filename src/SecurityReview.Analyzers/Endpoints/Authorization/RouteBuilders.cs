using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.Endpoints.Authorization;

/// <summary>
/// From a route builder to the application: through groups, variables, members, and the callers of methods that are given one. Each caller is a
/// way of its own.
/// </summary>
internal sealed class RouteBuilders(KnownTypes types)
{
    private const int MaximumPaths = 32;

    private static readonly ImmutableArray<RoutePath> s_root = ImmutableArray.Create(RoutePath.Root);
    private static readonly ImmutableArray<RoutePath> s_unknown = ImmutableArray.Create(RoutePath.Unknown);

    private readonly AppliedConventions _conventions = new(types);
    private readonly BuilderReferences _references = new(types.Compilation);
    private readonly BuilderParameters _parameters = new(types.Compilation);
    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<RoutePath>> _known = new(SymbolEqualityComparer.Default);

    /// <summary>The ways that lead to a builder, at least one.</summary>
    public ImmutableArray<RoutePath> PathsTo(IOperation builder) => Paths(builder, ImmutableHashSet.Create<ISymbol>(SymbolEqualityComparer.Default));

    private ImmutableArray<RoutePath> Paths(IOperation builder, ImmutableHashSet<ISymbol> seen)
    {
        switch (builder.Unwrap())
        {
            case IParameterReferenceOperation parameter:
                return Of(parameter.Parameter, parameter, seen);
            case { Type: { } type } when IsApplication(type):
                return s_root;
            case IConditionalOperation { WhenFalse: { } other } condition:
                return Join([Paths(condition.WhenTrue, seen), Paths(other, seen)]);
            case ICoalesceOperation coalesce:
                return Join([Paths(coalesce.Value, seen), Paths(coalesce.WhenNull, seen)]);
            case IAwaitOperation awaited:
                return Paths(awaited.Operation, seen);
            case IConditionalAccessOperation access:
                return Paths(access.WhenNotNull, seen);
            case IConditionalAccessInstanceOperation instance when instance.ConditionalReceiver() is { } receiver:
                return Paths(receiver, seen);
            case IInvocationOperation call:
                return OfCall(call, seen);
            case ILocalReferenceOperation local:
                return Of(local.Local, local, seen);
            case IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol } member:
                return Of(member.Member, member, seen);
            default:
                return s_unknown;
        }
    }

    private ImmutableArray<RoutePath> OfCall(IInvocationOperation call, ImmutableHashSet<ISymbol> seen)
    {
        var demands = _conventions.Of(call);
        if (call.TargetMethod.HasSource())
        {
            var method = call.TargetMethod.OriginalDefinition;
            if (seen.Contains(method))
                return s_unknown;
            if (_conventions.ReturnsItsReceiver(call) && call.Receiver() is { } same)
                return With(Paths(same, seen), demands.AddRange(_conventions.OnSymbol(method.Parameters[0], null)), "");
            return With(Join(_references.ReturnsOf(method).Select(result => Paths(result, seen.Add(method)))), demands, "");
        }

        if (call.Receiver() is not { Type: { } type } receiver || !IsBuilder(type))
            return s_unknown;
        var prefix = call.TargetMethod.Name == "MapGroup" ? call.ArgumentFor("prefix")?.Value.ConstantValue.Value as string ?? "" : "";
        return With(Paths(receiver, seen), demands, prefix);
    }

    /// <summary>What a variable or member holds, with what is said on it.</summary>
    private ImmutableArray<RoutePath> Of(ISymbol symbol, IOperation reference, ImmutableHashSet<ISymbol> seen)
    {
        if (seen.Contains(symbol))
            return s_unknown;
        // Only a search that starts here gives the same whoever asks first.
        return seen.IsEmpty ? _known.GetOrAdd(symbol, _ => Find(symbol, reference, seen.Add(symbol))) : Find(symbol, reference, seen.Add(symbol));
    }

    private ImmutableArray<RoutePath> Find(ISymbol symbol, IOperation reference, ImmutableHashSet<ISymbol> seen)
    {
        var given = symbol is IParameterSymbol parameter
            ? _parameters.GivenTo(parameter, reference)
            : new GivenBuilders(_references.ValuesOf(symbol, reference).Take(MaximumPaths).ToImmutableArray(), StartsHere: false);
        var paths = given.StartsHere ? s_root : Join(given.Values.Select(value => Paths(value, seen)));
        return With(paths, _conventions.OnSymbol(symbol, reference), "");
    }

    private static ImmutableArray<RoutePath> With(ImmutableArray<RoutePath> paths, ImmutableArray<AuthorizationDemand> demands, string prefix) =>
        demands.IsEmpty && prefix.Length == 0 ? paths : paths.Select(path => path.In(prefix).With(demands)).ToImmutableArray();

    private static ImmutableArray<RoutePath> Join(IEnumerable<ImmutableArray<RoutePath>> parts)
    {
        var paths = parts.SelectMany(static part => part).Take(MaximumPaths + 1).ToImmutableArray();
        return paths.IsEmpty || paths.Length > MaximumPaths ? s_unknown : paths;
    }

    private bool IsApplication(ITypeSymbol type) => type.IsOrInherits(types["Microsoft.AspNetCore.Builder.WebApplication"]);

    private bool IsBuilder(ITypeSymbol type) =>
        type.IsOrInherits(types["Microsoft.AspNetCore.Routing.IEndpointRouteBuilder"]) || type.IsOrInherits(types["Microsoft.AspNetCore.Builder.IEndpointConventionBuilder"]) ||
        type.IsOrInherits(types["Microsoft.AspNetCore.Builder.IApplicationBuilder"]);
}

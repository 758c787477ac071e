using Microsoft.CodeAnalysis;
using SecurityReview.Analyzers.Taint.Modelling;

namespace SecurityReview.Analyzers.Tests.Taint.Modelling;

/// <summary>Whether a place of a row can be meant for the members that the row matches.</summary>
internal static class PlaceFacts
{
    /// <summary>Why the place cannot be meant; empty where it can for at least one of the members.</summary>
    public static IEnumerable<string> Problems(ModelPlace place, IReadOnlyCollection<ISymbol> members)
    {
        var parameters = members.SelectMany(ParametersOf).ToList();
        var named = parameters.Where(parameter => parameter.Name == place.Parameter).ToList();
        if (place.Root == PlaceRoot.Parameter && named.Count == 0 && !(place.Parameter == "value" && members.First() is IPropertySymbol))
            yield return $"no parameter '{place.Parameter}'";
        // A constructor returns what it makes.
        if (place.Root == PlaceRoot.Return && members.All(member => member is IMethodSymbol { ReturnsVoid: true, MethodKind: not MethodKind.Constructor }))
            yield return "nothing is returned";
        if (place.Root == PlaceRoot.This && members.All(member => member.IsStatic))
            yield return "no receiver";
        foreach (var step in place.Steps)
        {
            if (step.Kind == PlaceStepKind.KeyedElement && parameters.All(parameter => parameter.Name != step.Name))
                yield return $"no parameter '{step.Name}' for the key";
            if (step.Kind is PlaceStepKind.DelegateParameter or PlaceStepKind.DelegateResult && !DelegatesAt(place, named, members).Any(type => Has(type, step)))
                yield return $"'{place.Delegate}' is no delegate that has {step}";
        }
    }

    /// <summary>The types that the delegate may have: of the parameter, or of what an object keeps: the handlers of an event, what a constructor was given.</summary>
    private static IEnumerable<ITypeSymbol> DelegatesAt(ModelPlace place, IEnumerable<IParameterSymbol> named, IEnumerable<ISymbol> members) =>
        place.Root != PlaceRoot.This ? named.Select(parameter => parameter.Type)
            : from type in members.Select(member => member.ContainingType)
              from kept in type.GetMembers(place.Delegate!.Steps[^1].Name).OfType<IEventSymbol>().Select(member => member.Type)
                .Concat(type.InstanceConstructors.SelectMany(constructor => constructor.Parameters).Select(parameter => parameter.Type))
              select kept;

    private static bool Has(ITypeSymbol type, PlaceStep step) =>
        type is INamedTypeSymbol { DelegateInvokeMethod: { } invoke } &&
        (step.Kind == PlaceStepKind.DelegateResult ? !invoke.ReturnsVoid : invoke.Parameters.Length > step.Position);

    private static IEnumerable<IParameterSymbol> ParametersOf(ISymbol member) => member switch
    {
        IMethodSymbol method => method.Parameters,
        IPropertySymbol property => property.Parameters,
        _ => [],
    };
}

using Microsoft.CodeAnalysis;

namespace SecurityReview.Analyzers.Taint.Modelling;

/// <summary>
/// Looks up what a row speaks of, for those who want to know which rows say nothing. The engine never does this: it starts from the members
/// that it meets.
/// </summary>
internal static class RowResolution
{
    private const string SetterParameter = "value";

    /// <summary>What of a row a compilation lacks.</summary>
    public static RowGap GapOf(ModelRow row, Compilation compilation)
    {
        var types = DocumentationCommentId.GetSymbolsForDeclarationId("T:" + row.Symbol.Type, compilation).OfType<INamedTypeSymbol>().ToList();
        if (types.Count == 0)
            return RowGap.Type;
        if (row.Symbol.Prefix is 'A' or 'T')
            return RowGap.None;
        var members = types.SelectMany(type => type.GetMembers()).Where(row.Symbol.Matches).ToList();
        if (members.Count == 0)
            return RowGap.Member;
        return ParametersOf(row).All(name => members.Any(member => HasParameter(member, name))) ? RowGap.None : RowGap.Parameter;
    }

    /// <summary>The names of parameters that the places of a row use.</summary>
    private static IEnumerable<string> ParametersOf(ModelRow row)
    {
        foreach (var place in row.Places.Concat(row.Flows.SelectMany(flow => new[] { flow.From, flow.To })))
        {
            if (place.Root == PlaceRoot.Parameter)
                yield return place.Parameter;
            foreach (var key in place.Steps.Where(step => step.Kind == PlaceStepKind.KeyedElement))
                yield return key.Name;
        }
    }

    private static bool HasParameter(ISymbol member, string name) => member switch
    {
        IMethodSymbol method => method.Parameters.Any(parameter => parameter.Name == name),
        IPropertySymbol property => name == SetterParameter || property.Parameters.Any(parameter => parameter.Name == name),
        _ => false,
    };
}

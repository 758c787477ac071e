using Microsoft.CodeAnalysis;
using SecurityReview.Analyzers.Taint.Lattice;

namespace SecurityReview.Analyzers.Taint.Modelling;

/// <summary>Parameters of the code under review that a model calls sources: by their method (a handler of messages), or by an attribute.</summary>
internal static class ParameterSources
{
    /// <summary>The source that a parameter is; null if no model says so.</summary>
    public static SourceOrigin? Of(IParameterSymbol parameter, ModelSet models)
    {
        var row = models.RowsOf(parameter.ContainingSymbol)
                .FirstOrDefault(row => row.Role == ModelRole.Source && row.Places.Any(place => place.Names(parameter)))
            ?? parameter.GetAttributes().Select(attribute => attribute.AttributeClass).OfType<INamedTypeSymbol>()
                .SelectMany(models.AttributeRowsOf).FirstOrDefault();
        if (row is null || !SourceKindNames.TryParse(row.Kind, out var kind))
            return null;
        var from = row.Description.Length > 0 ? $" from {row.Description}" : "";
        return new SourceOrigin(kind, $"'{parameter.Name}'{from}", parameter.Locations.FirstOrDefault() ?? Location.None);
    }
}

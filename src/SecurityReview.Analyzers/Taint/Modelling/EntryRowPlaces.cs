namespace SecurityReview.Analyzers.Taint.Modelling;

/// <summary>What may stand in the column <c>where</c> of the rows that say how values enter the program, besides names of parameters.</summary>
internal static class EntryRowPlaces
{
    /// <summary>The parameter that has the attribute.</summary>
    public const string Parameter = "parameter";

    /// <summary>The property that has the attribute.</summary>
    public const string Property = "value";

    /// <summary>The other parameters of a method that takes a value of the type.</summary>
    public const string Others = "others";

    /// <summary>Whether a row is one that the entry points read.</summary>
    public static bool Concern(ModelRow row) =>
        row.Role == ModelRole.Entry ||
        (row.Role == ModelRole.Source && (row.Symbol.Prefix == 'A' || row.Places.Any(place => place.Root == PlaceRoot.Parameter)));

    /// <summary>Whether a row has a place that is written so.</summary>
    public static bool Has(this ModelRow row, string place) => row.Places.Any(item => item.ToString() == place);
}

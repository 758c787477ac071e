namespace SecurityReview.Analyzers.Endpoints;

/// <summary>Reads route templates: <c>orders/{id:guid}/{*rest}</c>.</summary>
internal static class RouteTemplate
{
    /// <summary>Constraints that leave no text that could be part of a statement.</summary>
    private static readonly HashSet<string> s_harmless = new(StringComparer.OrdinalIgnoreCase)
    {
        "int", "long", "bool", "datetime", "decimal", "double", "float", "guid", "alpha",
    };

    /// <summary>Whether the template has a parameter of the name.</summary>
    public static bool Names(string template, string name) => ParametersOf(template).Any(parts => IsNamed(parts, name));

    /// <summary>Whether the template lets only harmless values of a parameter through.</summary>
    public static bool Restricts(string template, string name) =>
        ParametersOf(template).FirstOrDefault(parts => IsNamed(parts, name)) is { } parts &&
        parts.Skip(1).Any(part => s_harmless.Contains(part.TrimEnd('?').Split('=')[0]));

    private static bool IsNamed(string[] parts, string name) => parts[0].TrimEnd('?').Split('=')[0].Equals(name, StringComparison.OrdinalIgnoreCase);

    /// <summary>Name and constraints of each parameter.</summary>
    private static IEnumerable<string[]> ParametersOf(string template)
    {
        foreach (var segment in template.Split('{').Skip(1))
        {
            var end = segment.IndexOf('}');
            if (end >= 0)
                yield return segment.Substring(0, end).TrimStart('*').Split(':');
        }
    }
}

namespace SecurityReview.Benchmarks.Generation;

/// <summary>A property of a generated entity.</summary>
internal sealed record EntityProperty(string Name, string Type);

/// <summary>One business object of the generated application; everything else is written around it.</summary>
/// <param name="Name">The class name; unique in the application.</param>
/// <param name="Module">The last part of its namespace.</param>
/// <param name="Properties">Without <c>Id</c>, <c>Name</c>, <c>Status</c> and <c>CreatedAt</c>, which every entity has.</param>
/// <param name="Uses">Entities written before, whose services this one calls.</param>
internal sealed record Entity(string Name, string Module, IReadOnlyList<EntityProperty> Properties, IReadOnlyList<Entity> Uses)
{
    public string Namespace => "Generated." + Module;

    /// <summary>The name as a variable.</summary>
    public string Variable => char.ToLowerInvariant(Name[0]) + Name[1..];

    public string Table => Name + "Rows";

    /// <summary>The name in a route.</summary>
    public string Route => string.Concat(Name.Select((character, i) => char.IsUpper(character) && i > 0 ? "-" + char.ToLowerInvariant(character) : char.ToLowerInvariant(character).ToString())) + "s";

    public IEnumerable<string> OfType(string type) => Properties.Where(property => property.Type == type).Select(property => property.Name);
}

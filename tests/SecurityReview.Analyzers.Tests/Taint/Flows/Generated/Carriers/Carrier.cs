namespace SecurityReview.Analyzers.Tests.Taint.Flows.Generated.Carriers;

/// <summary>Something that holds a text for a while: the text is put in at one place of a program and taken out at another.</summary>
internal sealed record Carrier(string Name) : DimensionValue(Name)
{
    /// <summary>The type of the variable that is the carrier; none if the carrier needs no variable, as a static field.</summary>
    public string? Type { get; init; } = "string";

    /// <summary>Statements that make an empty carrier in a variable of a name.</summary>
    public required Func<string, string> Declare { get; init; }

    /// <summary>A statement that puts a text into the carrier.</summary>
    public required Func<string, string, string> Put { get; init; }

    /// <summary>The expression for the text in the carrier.</summary>
    public required Func<string, string> Take { get; init; }

    /// <summary>A statement that puts a text into another place of the same carrier, where it has places.</summary>
    public Func<string, string, string>? PutElsewhere { get; init; }

    /// <summary>The expression for the text in the other place.</summary>
    public Func<string, string>? TakeElsewhere { get; init; }

    /// <summary>
    /// Whether what is put in takes the place of what was in, until it is taken: not so for what requests share, since another one may put something in between.
    /// </summary>
    public bool Replaces { get; init; } = true;

    public bool HasPlaces => TakeElsewhere is not null;

    /// <summary>Whether a program can hold two of them.</summary>
    public bool HasInstances => Type is not null;
}

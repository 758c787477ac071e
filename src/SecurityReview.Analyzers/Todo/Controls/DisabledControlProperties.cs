namespace SecurityReview.Analyzers.Todo.Controls;

/// <summary>The facts that findings about disabled controls carry for their repairs.</summary>
internal static class DisabledControlProperties
{
    /// <summary>In which of the following ways the control is disabled.</summary>
    public const string Shape = "control.shape";

    /// <summary>It stands in a comment.</summary>
    public const string Comment = "comment";

    /// <summary>A function says yes to everything.</summary>
    public const string Stub = "stub";

    /// <summary>A function of the framework does, which nothing can be put into.</summary>
    public const string Framework = "framework";
}

namespace SecurityReview.Analyzers.Todo.Expiry;

/// <summary>The lines of frameworks. A version of one says nothing about another.</summary>
internal enum FrameworkFamily
{
    /// <summary>.NET Core, and .NET since 5.</summary>
    Core,

    /// <summary>.NET Standard.</summary>
    Standard,

    /// <summary>.NET Framework.</summary>
    Framework,
}

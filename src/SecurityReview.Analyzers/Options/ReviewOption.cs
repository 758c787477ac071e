namespace SecurityReview.Analyzers.Options;

/// <summary>One option of the package, set as <c>security_review.name = value</c> in .editorconfig or a global config file.</summary>
/// <param name="Name">The name without prefix, in snake case, with dots between groups.</param>
/// <param name="Accepted">What values are accepted, in words for a message: <c>true or false</c>.</param>
/// <param name="DefaultText">The default as a user would write it; empty if unset.</param>
/// <param name="Summary">What the option does, one sentence for the documentation.</param>
public abstract record ReviewOption(string Name, string Accepted, string DefaultText, string Summary)
{
    public const string Prefix = "security_review.";

    /// <summary>The key as it stands in .editorconfig.</summary>
    public string Key => Prefix + Name;

    /// <summary>Whether a text that a user wrote is a value of this option.</summary>
    public abstract bool Accepts(string text);
}

/// <summary>An option with values of type <typeparamref name="T"/>.</summary>
public sealed record ReviewOption<T>(string Name, string Accepted, string DefaultText, string Summary, T Default, OptionParser<T> Parse)
    : ReviewOption(Name, Accepted, DefaultText, Summary)
{
    /// <inheritdoc/>
    public override bool Accepts(string text) => Parse(text, out _);

    /// <summary>The value for a text that a user wrote; the default where it is not understood (reported once by its own rule).</summary>
    public T ValueOf(string? text) => text is not null && Parse(text, out var value) ? value : Default;
}

/// <summary>Reads an option's text; false if it is no value of the option.</summary>
public delegate bool OptionParser<T>(string text, out T value);

using System.Collections.Immutable;

namespace SecurityReview.Analyzers.Options;

/// <content>Options of SECR2xxx.</content>
public static partial class ReviewOptions
{
    /// <summary>Names of secrets, besides the built-in ones.</summary>
    public static ReviewOption<ImmutableArray<string>> SecretNames { get; } = OptionOf.Names(
        "secret_names", "", "Further names of values that are secrets, such as PinCode: a name that ends so counts.");
}

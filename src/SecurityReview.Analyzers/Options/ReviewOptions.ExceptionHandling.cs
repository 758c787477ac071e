using System.Collections.Immutable;

namespace SecurityReview.Analyzers.Options;

/// <content>Options of SECR2xxx.</content>
public static partial class ReviewOptions
{
    /// <summary>Names of secrets, besides the built-in ones.</summary>
    public static ReviewOption<ImmutableArray<string>> SecretNames { get; } = OptionOf.Names(
        "secret_names", "", "Further names of values that are secrets, such as PinCode: a name that ends so counts.");

    /// <summary>Exceptions whose messages clients may read, besides those of the solution.</summary>
    public static ReviewOption<ImmutableArray<string>> ClientSafeExceptions { get; } = OptionOf.Names(
        "client_safe_exceptions", "", "Further exceptions whose messages clients may read, by simple or full name; derived ones too.");

    /// <summary>Whether argument exceptions and the like count as the framework's.</summary>
    public static ReviewOption<bool> IncludeArgument { get; } = OptionOf.Bool(
        "include_argument", false, "Report messages of argument, invalid-operation, key-not-found, not-supported and format exceptions too.");
}

using System.Collections.Immutable;

namespace SecurityReview.Analyzers.Options;

/// <content>Options of SECR1xxx.</content>
public static partial class ReviewOptions
{
    /// <summary>Which sources count as untrusted.</summary>
    public static ReviewOption<ImmutableHashSet<ThreatModel>> ThreatModels { get; } = OptionOf.Choices(
        "threat_models",
        ImmutableHashSet.Create(ThreatModel.Remote),
        "Which sources count as untrusted: remote callers, answers of other servers, local input (console, arguments, environment, configuration, files), the database.");
}

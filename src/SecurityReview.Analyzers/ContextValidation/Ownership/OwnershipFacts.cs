using System.Collections.Immutable;
using SecurityReview.Analyzers.ContextValidation.TakenOwner;
using SecurityReview.Analyzers.ContextValidation.Vocabulary;

namespace SecurityReview.Analyzers.ContextValidation.Ownership;

/// <summary>What the fixes of foreign objects need to know, as properties of the finding.</summary>
internal static class OwnershipFacts
{
    /// <summary>The member that names the owner.</summary>
    public const string Key = "ownership.key";

    /// <summary>How the look-up says which object it wants: a <see cref="LookupForm"/>.</summary>
    public const string Form = "ownership.form";

    /// <summary>The member that names the parent.</summary>
    public const string ParentKey = "ownership.parent_key";

    /// <summary>The expression that says which parent it must be.</summary>
    public const string ParentValue = "ownership.parent_value";

    public static ImmutableDictionary<string, string?> Of(ForeignObject finding)
    {
        var noun = MismatchFacts.NounOf(finding.Entity);
        var other = finding.Parent is { } parent ? parent.Key.Substring(0, parent.Key.Length - 2).ToLowerInvariant() : OwnershipKeys.NounOf(finding.Key ?? "");
        return ImmutableDictionary<string, string?>.Empty
            .Add(Key, finding.Key)
            .Add(MismatchFacts.Refusal, $"The {noun} belongs to another {other}.")
            .Add(MismatchFacts.Absence, $"There is no such {noun}.")
            .Add(Form, finding.Form.ToString())
            .Add(ParentKey, finding.Parent?.Key)
            .Add(ParentValue, finding.Parent?.Value);
    }
}

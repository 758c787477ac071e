using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace SecurityReview.Analyzers.ContextValidation.UnvalidatedContext;

/// <summary>What the fix of an unvalidated context needs to know, as properties of the finding.</summary>
internal static class ContextFacts
{
    /// <summary>Whether the identity is a text, a value that may be null, or taken for granted by <c>!</c>.</summary>
    public const string Kind = "Kind";
    public const string Text = "text";
    public const string Value = "value";
    public const string Assumed = "assumed";

    public static ImmutableDictionary<string, string?> Of(ContextUse use) =>
        ImmutableDictionary<string, string?>.Empty.Add(Kind, use.Read.Type?.SpecialType == SpecialType.System_String ? Text : Value);

    public static ImmutableDictionary<string, string?> OfAssumption() => ImmutableDictionary<string, string?>.Empty.Add(Kind, Assumed);
}

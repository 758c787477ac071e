using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using SecurityReview.Analyzers.ContextValidation.Vocabulary;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.ContextValidation.TakenOwner;

/// <summary>What the fix of a mismatched owner needs to know, as properties of the finding.</summary>
internal static class MismatchFacts
{
    /// <summary>The spans of the reads that take the owner over.</summary>
    public const string TakeOvers = "TakeOvers";

    /// <summary>The code of the privilege test; empty if there is none to be seen.</summary>
    public const string Privilege = "Privilege";

    /// <summary>Whether the comparison is true for the owner.</summary>
    public const string TrueMeansSame = "TrueMeansSame";

    /// <summary>Words for the refusal: <c>The instance belongs to another user.</c></summary>
    public const string Refusal = "Refusal";

    /// <summary>Words for who must not learn that there is one: <c>There is no such instance.</c></summary>
    public const string Absence = "Absence";

    public static ImmutableDictionary<string, string?> Of(OwnerComparison comparison, ImmutableArray<TakeOver> takeOvers, string privilege) =>
        ImmutableDictionary<string, string?>.Empty
            .Add(TakeOvers, SpanList.Format(takeOvers.Select(item => item.Read.Syntax.Span)))
            .Add(Privilege, privilege)
            .Add(TrueMeansSame, comparison.TrueMeansSame ? "true" : "false")
            .Add(Refusal, $"The {NounOf(comparison.Owned.Type)} belongs to another {OwnershipKeys.NounOf(comparison.Key.Member.Name)}.")
            .Add(Absence, $"There is no such {NounOf(comparison.Owned.Type)}.");

    /// <summary>The object in words: <c>SecurityGroup</c> is a security group.</summary>
    public static string NounOf(ITypeSymbol? owned)
    {
        var name = owned is { IsAnonymousType: false, IsTupleType: false, Name: { Length: > 0 } type } ? type : "object";
        var words = Regex.Replace(name, "(?<=[a-z0-9])(?=[A-Z])", " ").ToLowerInvariant();
        foreach (var ending in new[] { " entity", " dto", " model", " row", " record" })
        {
            if (words.EndsWith(ending, StringComparison.Ordinal))
                return words.Substring(0, words.Length - ending.Length);
        }

        return words;
    }
}

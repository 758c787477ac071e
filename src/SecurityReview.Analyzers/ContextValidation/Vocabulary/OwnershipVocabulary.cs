using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SecurityReview.Analyzers.Bodies;
using SecurityReview.Analyzers.Options;

namespace SecurityReview.Analyzers.ContextValidation.Vocabulary;

/// <summary>What counts as a caller, an owner and a privilege in one file: the facts of the compilation with the file's options.</summary>
internal sealed record OwnershipVocabulary(
    ContextTypes ContextTypes,
    ImmutableArray<string> Keys,
    ImmutableArray<string> PrincipalTypes,
    ImmutableArray<string> ExemptTypes,
    ImmutableArray<string> PrivilegedRoles)
{
    public static OwnershipVocabulary For(KnownTypes types, AnalyzerOptions options, SyntaxTree tree)
    {
        var settings = options.AnalyzerConfigOptionsProvider.GetOptions(tree);
        return new OwnershipVocabulary(
            ContextTypes.Of(types),
            settings.Get(ReviewOptions.OwnershipKeys),
            settings.Get(ReviewOptions.PrincipalTypes),
            settings.Get(ReviewOptions.OwnerExemptTypes),
            settings.Get(ReviewOptions.PrivilegedRoles));
    }

    /// <summary>The names of ownership keys, by the options of each file, and further words.</summary>
    public static BodyWords KeyWords(KnownTypes types, AnalyzerOptions options, params string[] further) =>
        BodyWords.Of(further).OrLike(types, tree => options.Get(ReviewOptions.OwnershipKeys, tree), OwnershipKeys.IsWithEvidence);

    /// <summary>Whether a value of a type, held under a name, is the caller.</summary>
    public bool IsContext(ITypeSymbol? type, string variable) => ContextTypes.IsContext(type, variable, PrincipalTypes);

    /// <summary>Whether the owner of objects of a type is of no concern.</summary>
    public bool IsExempt(ITypeSymbol type) => ContextTypes.IsListed(type, ExemptTypes);
}

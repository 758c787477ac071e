using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SecurityReview.Analyzers.Options;

namespace SecurityReview.Analyzers.DeleteRace.OneTime;

/// <summary>Which types are one-time credentials, by name and by option.</summary>
/// <param name="configured">Simple or full names, of the option <c>one_time_types</c>.</param>
internal sealed class CredentialVocabulary(ImmutableArray<string> configured)
{
    public static CredentialVocabulary For(AnalyzerOptions options, SyntaxTree tree) => new(options.Get(ReviewOptions.OneTimeTypes, tree));

    /// <summary>Whether a type is one as a matter of course.</summary>
    public bool Contains(ITypeSymbol? type) =>
        type is { TypeKind: TypeKind.Class or TypeKind.Struct, SpecialType: SpecialType.None }
        && (CredentialNames.Tell(type.Name) || configured.Contains(type.Name) || (!configured.IsEmpty && configured.Contains(type.ToDisplayString())));

    /// <summary>Whether a table holds some.</summary>
    public bool Contains(string table) => CredentialNames.Tell(table) || configured.Contains(table);
}

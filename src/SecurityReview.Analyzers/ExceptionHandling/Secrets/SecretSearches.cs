using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SecurityReview.Analyzers.Options;
using SecurityReview.Analyzers.Vocabulary;

namespace SecurityReview.Analyzers.ExceptionHandling.Secrets;

/// <summary>The searches of a compilation, one per list of names that the options of a file add.</summary>
internal sealed class SecretSearches(KnownTypes types)
{
    private readonly ConcurrentDictionary<string, SecretSearch> _byNames = new(StringComparer.Ordinal);

    public SecretSearch For(AnalyzerOptions options, SyntaxTree tree)
    {
        var configured = options.Get(ReviewOptions.SecretNames, tree);
        return _byNames.GetOrAdd(string.Join(",", configured), _ => new SecretSearch(new SecretMembers(types, new SecretNames(configured))));
    }
}

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace SecurityReview.Analyzers.Taint.Modelling;

/// <summary>
/// The model files that a project brings along: additional files called <c>SecurityReview.Models.*.txt</c>. Two sets of files are the same
/// if their contents are; paths and order say nothing.
/// </summary>
internal sealed class UserModels
{
    private const string Prefix = "SecurityReview.Models.";
    private const string Suffix = ".txt";
    private static readonly char[] s_separators = ['/', '\\'];

    private readonly ImmutableSortedDictionary<string, SourceText> _texts;

    private UserModels(ImmutableSortedDictionary<string, SourceText> texts)
    {
        _texts = texts;
        Key = string.Join(" ", texts.Keys);
    }

    /// <summary>Equal for equal contents, different for different ones.</summary>
    public string Key { get; }

    /// <summary>The rows that are understood; the others are reported on their file.</summary>
    public IEnumerable<ModelRow> Rows => _texts.Values.SelectMany(text => ModelParser.Parse(text).Rows);

    public static UserModels Of(AnalyzerOptions options, CancellationToken cancellation)
    {
        var texts = ImmutableSortedDictionary.CreateBuilder<string, SourceText>(StringComparer.Ordinal);
        foreach (var file in options.AdditionalFiles)
        {
            // A file that cannot be read has no text; the compiler says so.
            if (IsModelFile(file.Path) && file.GetText(cancellation) is { } text)
                texts[Convert.ToBase64String(text.GetChecksum().ToArray())] = text;
        }

        return new UserModels(texts.ToImmutable());
    }

    /// <summary>Whether an additional file holds models, by its name.</summary>
    public static bool IsModelFile(string path)
    {
        var name = path.Substring(path.LastIndexOfAny(s_separators) + 1);
        return name.Length > Prefix.Length + Suffix.Length &&
            name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) && name.EndsWith(Suffix, StringComparison.OrdinalIgnoreCase);
    }
}

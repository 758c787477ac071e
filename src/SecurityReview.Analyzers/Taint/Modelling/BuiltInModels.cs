using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace SecurityReview.Analyzers.Taint.Modelling;

/// <summary>The model files that are embedded in this assembly, read once.</summary>
internal static class BuiltInModels
{
    private const string Prefix = "SecurityReview.Models.";

    private static readonly Lazy<ImmutableArray<ModelRow>> s_rows =
        new(static () => Files().SelectMany(file => file.Value.Rows).ToImmutableArray());

    public static ImmutableArray<ModelRow> Rows => s_rows.Value;

    /// <summary>Every embedded file by name; tests check that none has a problem.</summary>
    public static ImmutableSortedDictionary<string, ModelFile> Files()
    {
        var assembly = typeof(BuiltInModels).Assembly;
        var files = ImmutableSortedDictionary.CreateBuilder<string, ModelFile>(StringComparer.Ordinal);
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            files[name] = ModelParser.Parse(SourceText.From(stream));
        }

        return files.ToImmutable();
    }
}

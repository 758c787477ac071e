using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using SecurityReview.Analyzers.Taint.Modelling;

namespace SecurityReview.Tool.Reviewing;

/// <summary>The model files of a project, and which of their rows it resolves.</summary>
internal static class ProjectModels
{
    /// <summary>The package's own property; without the package nobody sets it.</summary>
    private const string SwitchedOn = "build_property.SecurityReviewModelFiles";

    /// <summary>Adds the model files beside the project, as a build with the package does by itself.</summary>
    /// <exception cref="CannotReviewException">A file cannot be read.</exception>
    public static Project AddTo(Project project)
    {
        if (Path.GetDirectoryName(project.FilePath) is not { } folder || IsSwitchedOff(project))
            return project;
        var listed = project.AdditionalDocuments.Select(document => document.FilePath).ToHashSet(StringComparer.Ordinal);
        foreach (var path in Directory.EnumerateFiles(folder).Where(UserModels.IsModelFile).Where(path => !listed.Contains(path)).Order(StringComparer.Ordinal))
            project = project.AddAdditionalDocument(Path.GetFileName(path), Read(path), filePath: path).Project;
        return project;
    }

    /// <summary>Every row of the project's model files, with what the project lacks of it.</summary>
    public static async Task<ImmutableArray<ModelRowUse>> RowsAsync(Project project, Compilation compilation, CancellationToken cancellation)
    {
        var rows = ImmutableArray.CreateBuilder<ModelRowUse>();
        foreach (var document in project.AdditionalDocuments.Where(document => document.FilePath is { } path && UserModels.IsModelFile(path)))
        {
            var text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
            foreach (var row in ModelParser.Parse(text).Rows)
            {
                cancellation.ThrowIfCancellationRequested();
                var place = new CodePlace(document.FilePath!, text.Lines.GetLinePositionSpan(row.Span), [text.ToString(row.Span)]);
                rows.Add(new ModelRowUse(place, RowResolution.GapOf(row, compilation), row.Symbol));
            }
        }

        return rows.ToImmutable();
    }

    /// <summary>The rows that no project resolved, each once; with the reason of the project that came nearest.</summary>
    public static ImmutableArray<ModelRowUse> Unresolved(IEnumerable<ProjectReview> reviews) =>
        [.. reviews.SelectMany(review => review.ModelRows)
            .GroupBy(row => (row.Place.Path, row.Place.Span))
            .Select(uses => uses.MaxBy(use => use.Gap)!)
            .Where(use => use.Gap != RowGap.None)
            .OrderBy(use => use.Place.Path, StringComparer.Ordinal).ThenBy(use => use.Place.Span.Start)];

    private static bool IsSwitchedOff(Project project) =>
        project.AnalyzerOptions.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue(SwitchedOn, out var text) &&
        text.Equals("false", StringComparison.OrdinalIgnoreCase);

    private static SourceText Read(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            return SourceText.From(stream);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CannotReviewException($"The model file '{path}' cannot be read: {exception.Message}");
        }
    }
}

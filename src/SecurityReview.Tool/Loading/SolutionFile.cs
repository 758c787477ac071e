using System.Xml;
using Microsoft.VisualStudio.SolutionPersistence.Model;
using Microsoft.VisualStudio.SolutionPersistence.Serializer;

namespace SecurityReview.Tool.Loading;

/// <summary>Reads which projects a solution holds, so that none can get lost while it is loaded.</summary>
internal static class SolutionFile
{
    /// <exception cref="CannotReviewException">It is no solution, or one without C# projects.</exception>
    public static async Task<ReviewTarget> ReadAsync(string path, CancellationToken cancellation)
    {
        var model = await OpenAsync(path, cancellation).ConfigureAwait(false);
        var folder = Path.GetDirectoryName(path)!;
        var projects = model.SolutionProjects
            .Select(project => Path.GetFullPath(Path.Combine(folder, project.FilePath.Replace('\\', Path.DirectorySeparatorChar))))
            .Distinct(StringComparer.Ordinal)
            .ToLookup(project => Path.GetExtension(project).Equals(".csproj", StringComparison.OrdinalIgnoreCase));
        if (!projects[true].Any())
            throw new CannotReviewException($"There is nothing to review in '{path}': the solution has no C# project.");
        return new ReviewTarget(path, path, [.. projects[true]], folder) { OtherProjects = [.. projects[false]] };
    }

    private static async Task<SolutionModel> OpenAsync(string path, CancellationToken cancellation)
    {
        try
        {
            return await SolutionSerializers.GetSerializerByMoniker(path)!.OpenAsync(path, cancellation).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is SolutionException or XmlException or IOException or UnauthorizedAccessException)
        {
            throw new CannotReviewException($"The solution '{path}' cannot be read: {exception.Message}");
        }
    }
}

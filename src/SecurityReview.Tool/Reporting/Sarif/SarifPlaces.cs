using System.Text.Json.Nodes;
using SecurityReview.Tool.Reviewing;

namespace SecurityReview.Tool.Reporting.Sarif;

/// <summary>Places in files, as SARIF writes them.</summary>
internal static class SarifPlaces
{
    /// <summary>What relative addresses are relative to.</summary>
    public const string BaseId = "SRCROOT";

    public static JsonObject Location(CodePlace place, ReportPaths paths) => new()
    {
        ["physicalLocation"] = new JsonObject
        {
            ["artifactLocation"] = Artifact(place.Path, paths),
            ["region"] = new JsonObject
            {
                ["startLine"] = place.Line,
                ["startColumn"] = place.Column,
                ["endLine"] = place.Span.End.Line + 1,
                ["endColumn"] = place.Span.End.Character + 1,
            },
            ["contextRegion"] = new JsonObject
            {
                ["startLine"] = place.Line,
                ["snippet"] = new JsonObject { ["text"] = place.LineText },
            },
        },
    };

    /// <summary>A relative address where the file lies below the base, otherwise a full one.</summary>
    public static JsonObject Artifact(string path, ReportPaths paths)
    {
        var shown = paths.Portable(path);
        if (Path.IsPathRooted(shown))
            return new JsonObject { ["uri"] = new Uri(path).AbsoluteUri };
        return new JsonObject
        {
            ["uri"] = string.Join('/', shown.Split('/').Select(Uri.EscapeDataString)),
            ["uriBaseId"] = BaseId,
        };
    }
}

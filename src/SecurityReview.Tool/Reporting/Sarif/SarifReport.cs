using System.Text.Json.Nodes;
using SecurityReview.Tool.CommandLine;
using SecurityReview.Tool.Reporting.Json;
using SecurityReview.Tool.Reviewing;

namespace SecurityReview.Tool.Reporting.Sarif;

/// <summary>
/// The review as a SARIF 2.1.0 log, for code scanning services and editors. It says more than the log of a build can: the way of the data
/// (code flows), the weaknesses as a taxonomy, and what could not be analysed.
/// </summary>
internal sealed class SarifReport : IReport
{
    private const string Schema = "https://json.schemastore.org/sarif-2.1.0.json";

    /// <inheritdoc/>
    public void Write(Review review, ReportPaths paths, TextWriter writer)
    {
        var results = new SarifResults(review, paths);
        var run = new JsonObject
        {
            ["tool"] = new JsonObject { ["driver"] = SarifRules.Driver(review.Rules) },
            ["taxonomies"] = JsonText.Array([SarifRules.Taxonomy(review.Rules)]),
            ["invocations"] = JsonText.Array([Invocation(review, paths)]),
            ["columnKind"] = "utf16CodeUnits",
            ["originalUriBaseIds"] = new JsonObject
            {
                [SarifPlaces.BaseId] = new JsonObject
                {
                    ["description"] = new JsonObject { ["text"] = "The folder that the review was started in, or that of the reviewed solution." },
                },
            },
            ["results"] = results.All(),
        };
        var properties = new JsonObject();
        if (review.Ledger is { } ledger)
            properties["ledger"] = LedgerJson.Of(ledger, paths);
        if (review.Inventory is { } inventory)
            properties["inventory"] = InventoryJson.Of(inventory, paths);
        if (properties.Count > 0)
            run["properties"] = properties;
        var log = new JsonObject { ["$schema"] = Schema, ["version"] = "2.1.0", ["runs"] = JsonText.Array([run]) };
        JsonText.Write(log, writer);
    }

    private static JsonObject Invocation(Review review, ReportPaths paths) => new()
    {
        ["executionSuccessful"] = review.Problems.IsEmpty,
        ["exitCode"] = review.ExitCode,
        ["exitCodeDescription"] = review.ExitCode switch
        {
            ExitCodes.Clean => "nothing at or above the threshold",
            ExitCodes.Findings => "findings at or above the threshold",
            _ => "something could not be analysed",
        },
        ["toolExecutionNotifications"] = JsonText.Array(
            review.Problems.Select(problem => Notification(problem, paths)).Concat(review.UnresolvedRows.Select(row => Notification(row, paths)))),
    };

    private static JsonObject Notification(ModelRowUse row, ReportPaths paths) => new()
    {
        ["level"] = "note",
        ["message"] = new JsonObject { ["text"] = $"This row of a model matched nothing: {row.Reason}." },
        ["locations"] = JsonText.Array([SarifPlaces.Location(row.Place, paths)]),
    };

    private static JsonObject Notification(ReviewProblem problem, ReportPaths paths)
    {
        var text = string.Join('\n', problem.Details.Select(paths.Shorten).Prepend($"{paths.Portable(problem.Path)}: {problem.Summary}"));
        return new JsonObject
        {
            ["level"] = "error",
            ["message"] = new JsonObject { ["text"] = text },
            ["locations"] = JsonText.Array([new JsonObject
            {
                ["physicalLocation"] = new JsonObject { ["artifactLocation"] = SarifPlaces.Artifact(problem.Path, paths) },
            }]),
        };
    }
}

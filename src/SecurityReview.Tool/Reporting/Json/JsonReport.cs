using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using SecurityReview.Analyzers;
using SecurityReview.Tool.Reviewing;

namespace SecurityReview.Tool.Reporting.Json;

/// <summary>The review for scripts. The members are described in the command's README; they are added to, never changed.</summary>
internal sealed class JsonReport : IReport
{
    private const int FormatVersion = 1;

    /// <inheritdoc/>
    public void Write(Review review, ReportPaths paths, TextWriter writer)
    {
        var families = Wording.Families.Append(RuleFamily.Configuration);
        var root = new JsonObject
        {
            ["formatVersion"] = FormatVersion,
            ["tool"] = new JsonObject { ["name"] = "security-review", ["version"] = ToolVersion.Current },
            ["target"] = paths.Portable(review.Target),
            ["families"] = JsonText.Array(families.Select(family => Family(review, family, paths))),
            ["problems"] = JsonText.Array(review.Problems.Select(problem => Problem(problem, paths))),
            ["notes"] = JsonText.Array(review.Notes),
            ["notJudged"] = review.NotJudged.Count(),
            ["unresolvedModelRows"] = JsonText.Array(review.UnresolvedRows.Select(row => UnresolvedRow(row, paths))),
            ["summary"] = Summary(review),
        };
        if (review.Ledger is { } ledger)
            root["ledger"] = LedgerJson.Of(ledger, paths);
        if (review.Inventory is { } inventory)
            root["inventory"] = InventoryJson.Of(inventory, paths);
        JsonText.Write(root, writer);
    }

    private static JsonObject Family(Review review, RuleFamily family, ReportPaths paths)
    {
        var findings = review.Findings.Where(finding => finding.Family == family).ToList();
        return new JsonObject
        {
            ["family"] = family.ToString(),
            ["title"] = Wording.Title(family),
            ["reviewed"] = review.Covers(family),
            ["count"] = findings.Count,
            ["findings"] = JsonText.Array(findings.Select(finding => Finding(finding, paths))),
        };
    }

    private static JsonObject Finding(Finding finding, ReportPaths paths) => new()
    {
        ["rule"] = finding.Rule.Id,
        ["title"] = finding.Rule.Title.ToString(CultureInfo.InvariantCulture),
        ["severity"] = Wording.Severity(finding.Severity),
        ["message"] = finding.Message,
        ["why"] = finding.Rule.Description.ToString(CultureInfo.InvariantCulture),
        ["cwe"] = JsonText.Array(CweTags.Numbers(finding.Rule).Select(number => (JsonNode)number)),
        ["location"] = finding.Place is { } place ? Place(place, paths) : null,
        ["stepsKind"] = finding.Steps.IsEmpty ? null : finding.StepsAreFlow ? "flow" : "related",
        ["steps"] = JsonText.Array(finding.Steps.Select(step => Place(step, paths))),
        ["fix"] = finding.Fix,
        ["help"] = finding.Rule.HelpLinkUri,
        ["projects"] = JsonText.Array(finding.Projects),
    };

    public static JsonObject Place(CodePlace place, ReportPaths paths) => new()
    {
        ["file"] = paths.Portable(place.Path),
        ["line"] = place.Line,
        ["column"] = place.Column,
        ["endLine"] = place.Span.End.Line + 1,
        ["endColumn"] = place.Span.End.Character + 1,
        ["code"] = place.LineText,
    };

    private static JsonObject Problem(ReviewProblem problem, ReportPaths paths) => new()
    {
        ["kind"] = problem.Kind.ToString().ToLowerInvariant(),
        ["path"] = paths.Portable(problem.Path),
        ["summary"] = problem.Summary,
        ["details"] = JsonText.Array(problem.Details.Select(paths.Shorten)),
    };

    private static JsonObject UnresolvedRow(ModelRowUse row, ReportPaths paths) => new()
    {
        ["location"] = Place(row.Place, paths),
        ["symbol"] = row.Symbol.Id,
        ["reason"] = row.Reason,
    };

    private static JsonObject Summary(Review review) => new()
    {
        ["errors"] = review.Findings.Count(finding => finding.Severity == DiagnosticSeverity.Error),
        ["warnings"] = review.Findings.Count(finding => finding.Severity == DiagnosticSeverity.Warning),
        ["infos"] = review.Findings.Count(finding => finding.Severity == DiagnosticSeverity.Info),
        ["notes"] = review.Findings.Count(finding => finding.Severity == DiagnosticSeverity.Hidden),
        ["suppressed"] = review.SuppressedCount,
        ["files"] = review.FileCount,
        ["projects"] = review.ProjectCount,
        ["elapsedSeconds"] = Math.Round(review.Elapsed.TotalSeconds, 1),
        ["threshold"] = Wording.Severity(review.Request.Threshold),
        ["atOrAboveThreshold"] = review.CountAtThreshold,
        ["exitCode"] = review.ExitCode,
    };
}

using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using SecurityReview.Tool.Reviewing;

namespace SecurityReview.Tool.Reporting.Sarif;

/// <summary>The findings, as SARIF results.</summary>
internal sealed class SarifResults(Review review, ReportPaths paths)
{
    private readonly ImmutableDictionary<string, int> _ruleIndex =
        review.Rules.Select((rule, index) => (rule.Id, index)).ToImmutableDictionary(pair => pair.Id, pair => pair.index, StringComparer.Ordinal);

    private readonly Dictionary<string, int> _seen = new(StringComparer.Ordinal);

    public JsonArray All() => JsonText.Array(review.Findings.Select(Result));

    /// <summary>SARIF's word for a severity.</summary>
    public static string Level(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        _ => "note",
    };

    private JsonObject Result(Finding finding)
    {
        var result = new JsonObject
        {
            ["ruleId"] = finding.Rule.Id,
            ["ruleIndex"] = _ruleIndex[finding.Rule.Id],
            ["level"] = Level(finding.Severity),
            ["message"] = new JsonObject { ["text"] = finding.Message },
            ["partialFingerprints"] = new JsonObject { ["securityReview/v1"] = Fingerprint(finding) },
        };
        if (finding.Place is { } place)
        {
            result["locations"] = JsonText.Array([SarifPlaces.Location(place, paths)]);
            if (!finding.Steps.IsEmpty && finding.StepsAreFlow)
                result["codeFlows"] = JsonText.Array([Flow(finding.Steps.Add(place))]);
            else if (!finding.Steps.IsEmpty)
                result["relatedLocations"] = JsonText.Array(finding.Steps.Select(step => SarifPlaces.Location(step, paths)));
        }

        if (finding.Fix is { } fix)
            result["properties"] = new JsonObject { ["fix"] = fix };
        return result;
    }

    private JsonObject Flow(ImmutableArray<CodePlace> places) => new()
    {
        ["threadFlows"] = JsonText.Array([new JsonObject
        {
            ["locations"] = JsonText.Array(places.Select(place => new JsonObject { ["location"] = Step(place) })),
        }]),
    };

    private JsonObject Step(CodePlace place)
    {
        var step = SarifPlaces.Location(place, paths);
        step["message"] = new JsonObject { ["text"] = place.LineText.Trim() };
        return step;
    }

    /// <summary>Stays the same while lines are added or removed elsewhere in the file: rule, file, code, and a number among equals.</summary>
    private string Fingerprint(Finding finding)
    {
        var place = finding.Place;
        var identity = $"{finding.Rule.Id}|{(place is null ? "" : paths.Portable(place.Path))}|{place?.LineText.Trim() ?? finding.Message}";
        _seen[identity] = _seen.GetValueOrDefault(identity) + 1;
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{identity}|{_seen[identity]}"));
        return Convert.ToHexStringLower(hash.AsSpan(0, 16));
    }
}

using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SecurityReview.Benchmarks.Sweeping;

/// <summary>Settings that make the rules look at as much as they can: generated files count as written by hand, and every source is untrusted.</summary>
internal sealed class SweepOptions : AnalyzerConfigOptionsProvider
{
    public override AnalyzerConfigOptions GlobalOptions { get; } = new Settings([]);

    private AnalyzerConfigOptions OfFiles { get; } = new Settings(new()
    {
        ["generated_code"] = "false",
        ["security_review.threat_models"] = "remote, local, response, database",
        ["security_review.include_bulk"] = "true",
    });

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => OfFiles;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;

    private sealed class Settings(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override IEnumerable<string> Keys => values.Keys;

        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}

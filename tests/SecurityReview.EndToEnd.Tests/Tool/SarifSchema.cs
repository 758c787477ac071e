using System.Text.Json;
using SecurityReview.EndToEnd.Tests.Infrastructure;

namespace SecurityReview.EndToEnd.Tests.Tool;

/// <summary>The published schema of SARIF 2.1.0.</summary>
internal static class SarifSchema
{
    private static readonly Lazy<JsonSchema> s_schema = new(() =>
        new JsonSchema(Path.Combine(RepositoryFiles.MachinePackages, "sarif.sdk", "5.8.0", "Schemata", "sarif-2.1.0.json")));

    /// <summary>What in a log does not follow the schema.</summary>
    public static IReadOnlyList<string> Problems(string log) => s_schema.Value.Problems(JsonDocument.Parse(log).RootElement);
}

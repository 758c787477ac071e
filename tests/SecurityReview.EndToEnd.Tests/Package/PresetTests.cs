using Microsoft.CodeAnalysis;
using SecurityReview.Analyzers;
using SecurityReview.EndToEnd.Tests.Infrastructure;

namespace SecurityReview.EndToEnd.Tests.Package;

/// <summary>
/// The preset files say what the descriptors say, for every rule. With the environment variable <c>UPDATE_DOCS=1</c> the test
/// writes them anew instead.
/// </summary>
public sealed class PresetTests
{
    [Theory]
    [InlineData("default")]
    [InlineData("strict")]
    [InlineData("audit")]
    [InlineData("none")]
    public void Preset_NamesEveryRuleWithItsSeverity(string mode)
    {
        var path = Path.Combine(RepositoryFiles.Root, "src", "SecurityReview.Package", "build", "presets", mode + ".globalconfig");
        var expected = "is_global = true\nglobal_level = -90\n\n" +
            string.Concat(Descriptors.All.Select(rule => $"dotnet_diagnostic.{rule.Id}.severity = {Severity(mode, rule)}\n"));
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
            File.WriteAllText(path, expected);

        Assert.Equal(expected, File.ReadAllText(path));
    }

    private static string Severity(string mode, DiagnosticDescriptor rule) => mode switch
    {
        "audit" => "warning",
        "none" => "none",
        _ when !rule.IsEnabledByDefault => "none",
        "strict" when rule.DefaultSeverity == DiagnosticSeverity.Info => "warning",
        _ => rule.DefaultSeverity switch
        {
            DiagnosticSeverity.Error => "error",
            DiagnosticSeverity.Warning => "warning",
            DiagnosticSeverity.Info => "suggestion",
            _ => "silent",
        },
    };
}

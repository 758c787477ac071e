using System.Text.Json;
using SecurityReview.EndToEnd.Tests.Infrastructure;

namespace SecurityReview.EndToEnd.Tests.Tool;

/// <summary>Runs the <c>security-review</c> command as a process, with its output redirected.</summary>
internal static class ToolRun
{
    /// <summary>Runs it in a folder.</summary>
    public static Task<ProcessResult> ReviewAsync(string folder, params string[] arguments) =>
        ProcessRun.RunAsync("dotnet", folder, [RepositoryFiles.Tool, .. arguments]);

    /// <summary>Runs it with JSON output, checks the exit code, and reads what it wrote.</summary>
    public static async Task<JsonElement> JsonAsync(string folder, int exitCode, params string[] arguments)
    {
        var run = await ReviewAsync(folder, [.. arguments, "--format", "json"]);
        return JsonDocument.Parse(run.ExitsWith(exitCode).Output).RootElement;
    }

    /// <summary>All findings of a JSON review.</summary>
    public static IReadOnlyList<JsonElement> Findings(JsonElement review) =>
        [.. review.GetProperty("families").EnumerateArray().SelectMany(family => family.GetProperty("findings").EnumerateArray())];

    /// <summary>Fails unless the run ended with code 2, a message of the command, and no stack trace.</summary>
    public static void RefusesClearly(ProcessResult run, params string[] words)
    {
        run.ExitsWith(2);
        foreach (var word in words)
            Assert.Contains(word, run.AllOutput, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.AllOutput, StringComparison.Ordinal);
        Assert.DoesNotContain("Unhandled exception", run.AllOutput, StringComparison.Ordinal);
    }
}

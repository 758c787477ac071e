using System.Diagnostics;
using System.Text;

namespace SecurityReview.EndToEnd.Tests.Infrastructure;

/// <summary>Runs a program to its end, captures what it writes, and kills it with its children when it takes too long.</summary>
internal static class ProcessRun
{
    public static readonly TimeSpan DefaultTimeout = TimeSpan.FromMinutes(5);

    /// <summary>Runs <c>dotnet</c> with the given arguments.</summary>
    public static Task<ProcessResult> DotnetAsync(string folder, params string[] arguments) =>
        RunAsync("dotnet", folder, arguments);

    /// <summary>Runs a program.</summary>
    /// <param name="program">A path, or a name on the search path.</param>
    /// <param name="folder">The folder in which it starts.</param>
    /// <param name="arguments">Its arguments, unquoted.</param>
    /// <param name="environment">Variables to set, or to remove where the value is null.</param>
    /// <param name="timeout">How long it may take; <see cref="DefaultTimeout"/> if omitted.</param>
    /// <exception cref="TimeoutException">It took longer; the message holds what it wrote until then.</exception>
    public static async Task<ProcessResult> RunAsync(
        string program, string folder, string[] arguments, IReadOnlyDictionary<string, string?>? environment = null, TimeSpan? timeout = null)
    {
        var command = $"{Path.GetFileName(program)} {string.Join(' ', arguments)}";
        using var process = new Process { StartInfo = StartInfo(program, folder, arguments, environment) };
        var output = new StringBuilder();
        var error = new StringBuilder();
        process.OutputDataReceived += (_, line) => Append(output, line.Data);
        process.ErrorDataReceived += (_, line) => Append(error, line.Data);
        process.Start();
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var expiry = new CancellationTokenSource(timeout ?? DefaultTimeout);
        try
        {
            await process.WaitForExitAsync(expiry.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"'{command}' took longer than {timeout ?? DefaultTimeout}.\n{Text(output)}\n{Text(error)}");
        }

        return new ProcessResult(command, process.ExitCode, Text(output), Text(error));
    }

    private static ProcessStartInfo StartInfo(
        string program, string folder, string[] arguments, IReadOnlyDictionary<string, string?>? environment)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };

        // The test host runs inside a build of its own, whose settings must not reach the build under test.
        foreach (var name in start.Environment.Keys.Where(key => key.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(name);

        // A package folder named by the environment would win over that of the nuget.config, and keep our package from an earlier run.
        if (File.Exists(Path.Combine(folder, "nuget.config")))
            start.Environment.Remove("NUGET_PACKAGES");
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        // These processes are short: a profile of them costs more than it gives.
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["DOTNET_NOLOGO"] = "1";
        foreach (var (name, value) in environment ?? new Dictionary<string, string?>())
        {
            if (value is null)
                start.Environment.Remove(name);
            else
                start.Environment[name] = value;
        }

        return start;
    }

    private static void Append(StringBuilder text, string? line)
    {
        if (line is null)
            return;
        lock (text)
            text.Append(line).Append('\n');
    }

    private static string Text(StringBuilder text)
    {
        lock (text)
            return text.ToString();
    }
}

using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace SecurityReview.Tool.Ledger;

/// <summary>Runs <c>git</c>, to read only.</summary>
internal static class GitCommand
{
    /// <summary>What it wrote; null where there is no such command, or where it refuses.</summary>
    /// <param name="folder">The folder it runs in.</param>
    /// <param name="arguments">Its arguments, unquoted.</param>
    /// <param name="cancellation">Ends it early, and kills it.</param>
    public static async Task<string?> ReadAsync(string folder, IEnumerable<string> arguments, CancellationToken cancellation)
    {
        // The reviewed checkout may name a program of its own to watch its files; reading does not need it.
        var start = new ProcessStartInfo("git", ["-c", "core.fsmonitor=false", "--no-optional-locks", .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        start.Environment["GIT_TERMINAL_PROMPT"] = "0";
        using var process = new Process { StartInfo = start };
        try
        {
            process.Start();
        }
        catch (Win32Exception)
        {
            return null;
        }

        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var error = process.StandardError.ReadToEndAsync(CancellationToken.None);
        try
        {
            await process.WaitForExitAsync(cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        await error.ConfigureAwait(false);
        return process.ExitCode == 0 ? await output.ConfigureAwait(false) : null;
    }
}

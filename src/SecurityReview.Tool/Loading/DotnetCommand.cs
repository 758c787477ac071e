using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace SecurityReview.Tool.Loading;

/// <summary>Runs the <c>dotnet</c> command of the machine.</summary>
internal static class DotnetCommand
{
    /// <summary>Runs it to its end; a cancellation kills it and its children.</summary>
    /// <param name="folder">The folder it runs in, whose <c>global.json</c> and <c>nuget.config</c> count.</param>
    /// <param name="arguments">Its arguments, unquoted.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <exception cref="CannotReviewException">There is no such command.</exception>
    public static async Task<DotnetResult> RunAsync(string folder, string[] arguments, CancellationToken cancellation)
    {
        using var process = new Process { StartInfo = StartInfo(folder, arguments) };
        try
        {
            process.Start();
        }
        catch (Win32Exception)
        {
            throw new CannotReviewException(
                "The .NET SDK was not found: there is no 'dotnet' command on the search path. Install the SDK that the project needs, then try again.");
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

        return new DotnetResult(process.ExitCode, await output.ConfigureAwait(false), await error.ConfigureAwait(false));
    }

    private static ProcessStartInfo StartInfo(string folder, string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        BuildEnvironment.Clean(start.Environment);

        // Left alive, worker nodes would keep the output open, and the end of the command would never be seen.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_NOLOGO"] = "1";
        return start;
    }
}

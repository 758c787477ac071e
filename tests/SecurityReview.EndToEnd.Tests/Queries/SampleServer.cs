using System.Diagnostics;
using System.Text.RegularExpressions;

namespace SecurityReview.EndToEnd.Tests.Queries;

/// <summary>A built web application that runs as a process of its own, on a free port.</summary>
internal sealed partial class SampleServer : IDisposable
{
    private readonly Process _process;
    private readonly HttpClient _client;

    private SampleServer(Process process, string address)
    {
        _process = process;
        _client = new HttpClient { BaseAddress = new Uri(address) };
    }

    /// <summary>Starts the application, and waits until it listens.</summary>
    public static async Task<SampleServer> StartAsync(string assembly)
    {
        var start = new ProcessStartInfo("dotnet", [assembly, "--urls", "http://127.0.0.1:0"])
        {
            WorkingDirectory = Path.GetDirectoryName(assembly)!,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["DOTNET_ENVIRONMENT"] = "Production";
        start.Environment["Logging__LogLevel__Default"] = "None";
        start.Environment["Logging__LogLevel__Microsoft.Hosting.Lifetime"] = "Information";
        var address = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        var process = new Process { StartInfo = start, EnableRaisingEvents = true };
        process.OutputDataReceived += (_, line) =>
        {
            if (ListeningPattern().Match(line.Data ?? "") is { Success: true } match)
                address.TrySetResult(match.Value);
        };
        process.Exited += (_, _) => address.TrySetException(new InvalidOperationException($"{assembly} ended before it listened."));
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            return new SampleServer(process, await address.Task.WaitAsync(TimeSpan.FromMinutes(1)));
        }
        catch
        {
            End(process);
            throw;
        }
    }

    /// <summary>The answer to a request for a value.</summary>
    /// <param name="request">Method and address, with <c>{}</c> for the value.</param>
    /// <param name="value">The value.</param>
    public async Task<Answer> AskAsync(string request, string value)
    {
        var (method, address) = request.Split(' ', 2) is [var verb, var path] ? (verb, path) : ("GET", request);
        using var message = new HttpRequestMessage(new HttpMethod(method), address.Replace("{}", Uri.EscapeDataString(value), StringComparison.Ordinal));
        using var response = await _client.SendAsync(message);
        // What is said of a failure names the request.
        return new Answer((int)response.StatusCode, response.IsSuccessStatusCode ? Unescaped(await response.Content.ReadAsStringAsync()) : "");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _client.Dispose();
        End(_process);
    }

    private static void End(Process process)
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        process.Dispose();
    }

    /// <summary>JSON writes quotes and letters of other scripts by their numbers.</summary>
    private static string Unescaped(string json) => EscapePattern().Replace(json, match => ((char)Convert.ToInt32(match.Groups[1].Value, 16)).ToString());

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+")]
    private static partial Regex ListeningPattern();

    [GeneratedRegex(@"\\u([0-9A-Fa-f]{4})")]
    private static partial Regex EscapePattern();
}

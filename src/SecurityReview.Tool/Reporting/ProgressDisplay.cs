using SecurityReview.Tool.CommandLine;
using Spectre.Console;

namespace SecurityReview.Tool.Reporting;

/// <summary>Shows progress on standard error, so that standard output holds the review and nothing else.</summary>
internal static class ProgressDisplay
{
    /// <summary>Runs some work while its progress is shown as the terminal allows.</summary>
    public static async Task<T> RunAsync<T>(ReviewRequest request, Func<IReviewProgress, Task<T>> work)
    {
        if (Console.IsErrorRedirected || Environment.GetEnvironmentVariable("TERM") == "dumb")
            return await work(new PlainProgress(Console.Error, request.Verbose)).ConfigureAwait(false);
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(Console.Error),
            ColorSystem = request.Color ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
        });
        return await console.Status()
            .Spinner(Spinner.Known.Dots)
            .StartAsync("Looking for projects", status => work(new SpinnerProgress(console, status, request.Verbose)))
            .ConfigureAwait(false);
    }
}

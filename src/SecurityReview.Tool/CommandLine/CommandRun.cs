using System.CommandLine;
using SecurityReview.Tool.Reporting;
using SecurityReview.Tool.Reviewing;

namespace SecurityReview.Tool.CommandLine;

/// <summary>Runs the command; whatever goes wrong becomes a message and an exit code, never a stack trace.</summary>
internal static class CommandRun
{
    private const string Name = "security-review";

    public static async Task<int> RunAsync(string[] arguments)
    {
        var parsed = ReviewCommand.Create(ReviewAsync).Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
                Tell(error.Message);
            Console.Error.WriteLine($"See '{Name} --help'.");
            return ExitCodes.CouldNotAnalyse;
        }

        return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false }).ConfigureAwait(false);
    }

    private static async Task<int> ReviewAsync(ReviewRequest request, CancellationToken cancellation)
    {
        try
        {
            ReportOutput.Check(request);
            var review = await ProgressDisplay.RunAsync(request, progress => new Reviewer(request, progress).RunAsync(cancellation)).ConfigureAwait(false);
            ReportOutput.Write(review);
            return review.ExitCode;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            Tell("The review was cancelled.");
            return ExitCodes.Cancelled;
        }
        catch (CannotReviewException exception)
        {
            Tell(exception.Message);
            return ExitCodes.CouldNotAnalyse;
        }
        catch (Exception exception)
        {
            Tell($"The review failed unexpectedly, which is a mistake of this command: {exception.GetType().Name}: {exception.Message}");
            Console.Error.WriteLine(request.Verbose ? exception.ToString() : "Run it again with --verbose to see where.");
            return ExitCodes.CouldNotAnalyse;
        }
    }

    private static void Tell(string message) => Console.Error.WriteLine($"{Name}: {message}");
}

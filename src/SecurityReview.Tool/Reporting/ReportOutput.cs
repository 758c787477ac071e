using System.Text;
using SecurityReview.Tool.CommandLine;
using SecurityReview.Tool.Reporting.Json;
using SecurityReview.Tool.Reporting.Sarif;
using SecurityReview.Tool.Reporting.Text;
using SecurityReview.Tool.Reviewing;

namespace SecurityReview.Tool.Reporting;

/// <summary>Writes the review where the user wants it.</summary>
internal static class ReportOutput
{
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>
    /// Refuses an output file that cannot be written before the work begins, rather than after it.
    /// </summary>
    /// <exception cref="CannotReviewException">It cannot be written.</exception>
    public static void Check(ReviewRequest request)
    {
        if (request.OutputPath is not { } path)
            return;
        if (Directory.Exists(path))
            throw new CannotReviewException($"The review cannot be written to '{path}': it is a folder.");
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        if (!Directory.Exists(folder))
            throw new CannotReviewException($"The review cannot be written to '{path}': there is no folder '{folder}'.");
    }

    /// <exception cref="CannotReviewException">The output file cannot be written.</exception>
    public static void Write(Review review)
    {
        var request = review.Request;
        var paths = ReportPaths.For(review);
        if (request.OutputPath is { } path)
        {
            try
            {
                using var file = new StreamWriter(path, append: false, s_utf8) { NewLine = "\n" };
                Report(request.Format, TextLook.Plain).Write(review, paths, file);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                throw new CannotReviewException($"The review cannot be written to '{path}': {exception.Message}");
            }
        }
        else
        {
            Report(request.Format, TextLook.OfConsole(request.Color)).Write(review, paths, Console.Out);
        }

        // What could not be analysed must be seen even where the review itself goes into a file or to a program.
        if (request.OutputPath is not null || request.Format != OutputFormat.Text)
            new ShortReport().Write(review, paths, Console.Error);
    }

    private static IReport Report(OutputFormat format, TextLook look) => format switch
    {
        OutputFormat.Json => new JsonReport(),
        OutputFormat.Sarif => new SarifReport(),
        _ => new TextReport(look),
    };
}

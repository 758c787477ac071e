using System.Globalization;

namespace SecurityReview.Tool.Ledger;

/// <summary>Reads what <c>git blame --line-porcelain</c> writes.</summary>
internal static class BlameOutput
{
    private const string NotCommitted = "0000000000000000000000000000000000000000";

    /// <summary>The ages of the lines, by their number in the file; lines that are not committed are left out.</summary>
    public static IEnumerable<(int Line, LineAge Age)> Read(string output)
    {
        var (line, hash, author, time) = (0, "", "", 0L);
        var startsHeader = true;
        foreach (var text in output.Split('\n'))
        {
            if (text.StartsWith('\t'))
            {
                // The line itself ends what is said about it.
                if (line > 0 && hash != NotCommitted && time > 0)
                    yield return (line, new LineAge(author, DateTimeOffset.FromUnixTimeSeconds(time)));
                startsHeader = true;
            }
            else if (startsHeader)
            {
                var parts = text.Split(' ');
                (hash, author, time) = (parts[0], "", 0);
                line = parts.Length > 2 && int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
                startsHeader = false;
            }
            else if (text.StartsWith("author ", StringComparison.Ordinal))
            {
                author = text["author ".Length..];
            }
            else if (text.StartsWith("author-time ", StringComparison.Ordinal))
            {
                _ = long.TryParse(text["author-time ".Length..], NumberStyles.None, CultureInfo.InvariantCulture, out time);
            }
        }
    }
}

using System.Text.RegularExpressions;

namespace SecurityReview.CodeFixes.ExceptionHandling;

/// <summary>The text around a hole that goes: what only announced its value goes too.</summary>
internal static class HoleText
{
    private static readonly char[] s_announcing = [' ', ':', '='];

    private static readonly Regex s_label = new(
        @"(?:[,;/|]?\s*\b(?:and|with|using)\b)?[,;/|]?\s*\b(?:(?:new|old|api|access|private|client|refresh|reset|session|bearer|auth|card|connection)\s*)?(?:password|passwd|pwd|passphrase|passcode|secret|key|token|jwt|string|number|cvv|ssn)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromMilliseconds(100));

    /// <summary>The text before and after without the hole between them.</summary>
    public static (string Before, string After) Without(string before, string after)
    {
        if (before.EndsWith("'", StringComparison.Ordinal) && after.StartsWith("'", StringComparison.Ordinal))
            (before, after) = (before.Substring(0, before.Length - 1), after.Substring(1));
        var text = before.TrimEnd(s_announcing);
        var label = s_label.Match(text);
        if (label.Success)
            text = text.Substring(0, label.Index);
        text = text.TrimEnd();
        if (text.Length == 0)
            return ("", after.TrimStart(' ', ',', ';'));
        var joins = after.Length > 0 && (char.IsLetterOrDigit(after[0]) || after[0] is '{' or '(');
        return (joins ? text + " " : text, after);
    }
}

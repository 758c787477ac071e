namespace SecurityReview.Analyzers.Taint.Guards;

/// <summary>Judges whether a regular expression, where it matches, leaves no room for a quote or a blank.</summary>
internal static class AnchoredPattern
{
    /// <summary>
    /// True for patterns that are anchored at both ends and whose pieces are letters, digits, harmless signs and positive classes of these. When
    /// in doubt, false.
    /// </summary>
    public static bool ExcludesQuotes(string pattern)
    {
        var isStart = pattern.StartsWith("^", StringComparison.Ordinal) || pattern.StartsWith("\\A", StringComparison.Ordinal);
        var isEnd = (pattern.EndsWith("$", StringComparison.Ordinal) && !pattern.EndsWith("\\$", StringComparison.Ordinal)) ||
            pattern.EndsWith("\\z", StringComparison.OrdinalIgnoreCase);
        if (!isStart || !isEnd)
            return false;
        var depth = 0;
        for (var i = 0; i < pattern.Length; i++)
        {
            switch (pattern[i])
            {
                case '\\':
                    i++;
                    if (i >= pattern.Length || "wdAzZ.-_/".IndexOf(pattern[i]) < 0)
                        return false;
                    break;
                case '[':
                    if (i + 1 < pattern.Length && pattern[i + 1] == '^')
                        return false;
                    break;
                case '(':
                    depth++;
                    break;
                case ')':
                    depth--;
                    break;
                case '|' when depth == 0:
                    return false;
                case '.' when !IsInClass(pattern, i):
                case '-' when IsInClass(pattern, i) && IsWideRange(pattern, i):
                case '\'' or '"' or ' ' or ';' or '`':
                    return false;
            }
        }

        return true;
    }

    /// <summary>
    /// Whether a pattern is one negated class of letters, digits and harmless signs, such as <c>[^a-z0-9_]+</c>: where all that it matches is
    /// removed, only these are left.
    /// </summary>
    public static bool IsNegatedClass(string pattern)
    {
        var kept = pattern.TrimEnd('+', '*');
        return kept.Length > 3 && kept.StartsWith("[^", StringComparison.Ordinal) && kept.IndexOf(']') == kept.Length - 1 &&
            ExcludesQuotes("^[" + kept.Substring(2) + "$");
    }

    /// <summary>A range whose ends are not both letters or digits (<c>!-~</c>) holds who knows what.</summary>
    private static bool IsWideRange(string pattern, int dash)
    {
        var (before, after) = (pattern[dash - 1], pattern[dash + 1]);
        return before != '[' && after != ']' && !(char.IsLetterOrDigit(before) && char.IsLetterOrDigit(after));
    }

    private static bool IsInClass(string pattern, int position)
    {
        var open = pattern.LastIndexOf('[', position);
        return open >= 0 && pattern.IndexOf(']', open) > position;
    }
}

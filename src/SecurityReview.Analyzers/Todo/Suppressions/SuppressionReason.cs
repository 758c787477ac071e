namespace SecurityReview.Analyzers.Todo.Suppressions;

/// <summary>Judges whether a text says why a rule is suppressed.</summary>
internal static class SuppressionReason
{
    /// <summary>What the fix writes until a person says why.</summary>
    public const string Placeholder = "TODO(owner): say why";

    /// <summary>What tools write that suppress a rule for somebody, without knowing why.</summary>
    private static readonly string[] s_none = ["<pending>", "pending", "<pending justification>", "review sql queries for security vulnerabilities"];

    /// <param name="text">The justification, or the comment without what makes it one.</param>
    /// <param name="leastWords">How many words a reason has at least.</param>
    public static bool IsReason(string text, int leastWords)
    {
        var trimmed = text.Trim();
        if (trimmed.IndexOf(Placeholder, StringComparison.Ordinal) >= 0)
            return true;
        if (s_none.Contains(trimmed.ToLowerInvariant()) || Descriptors.All.Any(rule => rule.Title.ToString().Equals(trimmed, StringComparison.OrdinalIgnoreCase)))
            return false;
        return Words(trimmed) >= leastWords;
    }

    /// <summary>Words of letters or digits that are no rule id; a character of a script without spaces counts as one.</summary>
    private static int Words(string text)
    {
        var count = 0;
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            var plain = word.Trim('/', '*', '-', ':', ',', '.', '(', ')', '"', '\'');
            if (!plain.Any(char.IsLetterOrDigit) || SecurityRuleIds.Contains(plain))
                continue;
            var characters = plain.Count(IsWordOfItsOwn);
            count += characters > 0 ? characters : 1;
        }

        return count;
    }

    private static bool IsWordOfItsOwn(char character) =>
        System.Globalization.CharUnicodeInfo.GetUnicodeCategory(character) == System.Globalization.UnicodeCategory.OtherLetter;
}

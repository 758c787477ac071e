namespace SecurityReview.Analyzers.ContextValidation.Vocabulary;

/// <summary>Names compared without regard to case, underscores and a leading <c>Get</c>: <c>_userId</c>, <c>user_id</c>, <c>UserID</c>.</summary>
internal static class PlainName
{
    /// <summary>The name in lower case, without underscores.</summary>
    public static string Of(string name) => name.Replace("_", "").ToLowerInvariant();

    /// <summary>As <see cref="Of"/>, for a member that is read, whether property or method: <c>GetUserIdAsync</c> is <c>userid</c>.</summary>
    public static string OfRead(string name)
    {
        var plain = Of(name);
        if (plain.StartsWith("get", StringComparison.Ordinal) && plain.Length > 3)
            plain = plain.Substring(3);
        return plain.EndsWith("async", StringComparison.Ordinal) ? plain.Substring(0, plain.Length - 5) : plain;
    }

    /// <summary>Whether a plain name contains one of some words.</summary>
    public static bool ContainsAny(string plain, IEnumerable<string> words) => words.Any(word => plain.Contains(word));

    /// <summary>Whether a plain name starts with one of some words.</summary>
    public static bool StartsWithAny(string plain, IEnumerable<string> words) => words.Any(word => plain.StartsWith(word, StringComparison.Ordinal));

    /// <summary>Whether a plain name ends with one of some words.</summary>
    public static bool EndsWithAny(string plain, IEnumerable<string> words) => words.Any(word => plain.EndsWith(word, StringComparison.Ordinal));
}

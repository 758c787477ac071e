namespace SecurityReview.Analyzers.Todo.Security;

/// <summary>
/// Names of the program within a comment. "Get a converter for <c>MessageCredentialType</c>" is about a converter: a word that is one part of a
/// name says what the program has, not what is still to be done. "Call <c>AuthorizeAsync</c>" is about authorization: a name that begins with
/// what is done to protect. "Read <c>clientSecret</c>" is about a secret: a name that ends in what must not be known.
/// </summary>
internal static class CodeNames
{
    private static readonly string[] s_protecting =
        ["authenticat", "authoriz", "authoris", "encrypt", "decrypt", "sanitiz", "sanitis", "impersonat", "unauth", "unencrypt", "insecure", "unsafe", "untrusted"];

    private static readonly HashSet<string> s_secrets =
        new(StringComparer.Ordinal) { "secret", "secrets", "password", "passwords", "passwd", "pwd", "passphrase", "passphrases" };

    /// <summary>Whether a word only mentions a name of the program.</summary>
    public static bool Mention(string text, PlainWord word)
    {
        var begins = !Continues(text, word.Start - 1, -1);
        var ends = !Continues(text, word.End, 1);
        return !(begins && ends)
            && !(begins && s_protecting.Any(start => word.Text.StartsWith(start, StringComparison.Ordinal)))
            && !(ends && s_secrets.Contains(word.Text));
    }

    /// <summary>Where the name begins that a word is part of; where the word begins if it stands for itself.</summary>
    public static int StartOf(string text, int wordStart)
    {
        while (Continues(text, wordStart - 1, -1))
            wordStart--;
        return wordStart;
    }

    /// <summary>Whether a name goes on at a place, in a direction: a letter, a digit, a low line, or a dot with a letter behind it.</summary>
    private static bool Continues(string text, int at, int direction)
    {
        if (at < 0 || at >= text.Length)
            return false;
        if (char.IsLetterOrDigit(text[at]) || text[at] == '_')
            return true;
        var beyond = at + direction;
        return text[at] == '.' && beyond >= 0 && beyond < text.Length && char.IsLetterOrDigit(text[beyond]);
    }
}

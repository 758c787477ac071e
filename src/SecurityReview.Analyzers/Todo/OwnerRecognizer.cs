using System.Text.RegularExpressions;

namespace SecurityReview.Analyzers.Todo;

/// <summary>Who does it: a name in the parentheses after the tag, a mention, or a mail address.</summary>
internal static class OwnerRecognizer
{
    private const int LongestName = 40;
    private const int MostWords = 3;

    /// <summary>A mention is no member access and no call (<c>@Html.Raw</c>), and no part of another word.</summary>
    private static readonly Regex s_mention = new(@"(?<![\w@.])@(?>\p{L}[\w-]*)(?!\.\p{L}|\()", RegexOptions.CultureInvariant);

    private static readonly Regex s_mailAddress = new(@"(?<=\w)@\w[\w-]*\.\p{L}[\w.-]*", RegexOptions.CultureInvariant);

    /// <summary>Whether an item of the parentheses after a tag names a person or team: few words, the first starting with a letter.</summary>
    public static bool IsOwner(string item)
    {
        var name = item.TrimStart('@');
        return name.Length is > 0 and <= LongestName && char.IsLetter(name[0]) && IsShort(name);
    }

    /// <summary>Whether an item of parentheses has no more words than a name; longer ones are prose.</summary>
    public static bool IsShort(string item) =>
        item.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length <= MostWords;

    /// <summary>The first mention or mail address in a text; null if there is none.</summary>
    public static string? Find(string text)
    {
        if (text.IndexOf('@') < 0)
            return null;
        if (s_mention.Match(text) is { Success: true } mention)
            return mention.Value.Substring(1);
        if (s_mailAddress.Match(text) is not { Success: true } address)
            return null;
        var start = address.Index;
        while (start > 0 && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '.' or '_' or '-' or '+'))
            start--;
        return text.Substring(start, address.Index + address.Length - start).TrimEnd('.');
    }
}

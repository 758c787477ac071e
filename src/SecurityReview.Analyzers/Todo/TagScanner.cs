using System.Collections.Immutable;
using System.Globalization;
using SecurityReview.Analyzers.Taint.Names;

namespace SecurityReview.Analyzers.Todo;

/// <summary>
/// Finds tags in a whole file by plain text search. It runs before any syntax is looked at: most files have no tag at all, and in
/// the others only the comments around the matches are read.
/// </summary>
internal static class TagScanner
{
    /// <summary>The places of all tags as words, in the order of the text.</summary>
    public static ImmutableArray<TagMatch> Find(string text, ImmutableArray<string> tags, CancellationToken cancellation)
    {
        var matches = ImmutableArray.CreateBuilder<TagMatch>();
        foreach (var tag in tags.Distinct(StringComparer.OrdinalIgnoreCase))
        {
            cancellation.ThrowIfCancellationRequested();
            for (var at = text.IndexOf(tag, StringComparison.OrdinalIgnoreCase); at >= 0; at = Next(text, tag, at + tag.Length))
            {
                var match = new TagMatch(at, tag.Length);
                if (IsTag(text, match, tag))
                    matches.Add(match);
            }
        }

        // Of two tags at one place the longer one was meant.
        matches.Sort(static (left, right) => left.Start != right.Start ? left.Start.CompareTo(right.Start) : right.Length.CompareTo(left.Length));
        return matches.ToImmutable();
    }

    /// <summary>Whether a tag can stand in a file at a word; one that is no word itself can stand anywhere.</summary>
    public static bool MayBeIn(string word, ImmutableArray<string> tags)
    {
        foreach (var tag in tags)
        {
            if (!tag.All(TreeNames.IsPartOfWord))
                return true;
            for (var at = word.IndexOf(tag, StringComparison.OrdinalIgnoreCase); at >= 0; at = Next(word, tag, at + 1))
            {
                if ((at == 0 || !IsWordCharacter(word[at - 1])) && (at + tag.Length == word.Length || !IsWordCharacter(word[at + tag.Length])))
                    return true;
            }
        }

        return false;
    }

    private static int Next(string text, string tag, int from) =>
        from >= text.Length ? -1 : text.IndexOf(tag, from, StringComparison.OrdinalIgnoreCase);

    /// <summary>Upper case counts as a tag; any other case only before a colon or parenthesis, or as the user wrote it in the option.</summary>
    private static bool IsTag(string text, TagMatch match, string tag)
    {
        if (match.Start > 0 && IsWordCharacter(text[match.Start - 1]))
            return false;
        if (match.End == text.Length)
            return IsWrittenAsTag(text, match, tag);
        var next = text[match.End];
        if (IsWordCharacter(next) || JoinsWords(text, match.End) || IsAssignment(text, match.End))
            return false;
        return next is ':' or '(' || IsWrittenAsTag(text, match, tag);
    }

    private static bool IsWrittenAsTag(string text, TagMatch match, string tag)
    {
        if (string.CompareOrdinal(text, match.Start, tag, 0, tag.Length) == 0)
            return true;
        for (var i = match.Start; i < match.End; i++)
        {
            if (char.IsLower(text[i]))
                return false;
        }

        return true;
    }

    /// <summary>Code that is commented out.</summary>
    private static bool IsAssignment(string text, int at) =>
        text[at] == '=' || (text[at] == ' ' && at + 1 < text.Length && text[at + 1] == '=');

    /// <summary>
    /// Letters of scripts without upper and lower case do not continue a Latin word: in Chinese or Japanese text no space follows a tag.
    /// </summary>
    private static bool IsWordCharacter(char character) =>
        character == '_' || (char.IsLetterOrDigit(character) && CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.OtherLetter);

    /// <summary><c>XXX-XXXX</c> is a mask, <c>Later.Run</c> a member, <c>TODO/done</c> a list: the tag is a part of something longer.</summary>
    private static bool JoinsWords(string text, int at) =>
        text[at] is '-' or '.' or '/' or '\\' or '\'' && at + 1 < text.Length && IsWordCharacter(text[at + 1]) && !char.IsDigit(text[at + 1]);
}

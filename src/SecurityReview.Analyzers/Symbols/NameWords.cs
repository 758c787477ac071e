using System.Collections.Immutable;

namespace SecurityReview.Analyzers.Symbols;

/// <summary>The words that a name is made of: <c>PurgeExpiredAsync</c> is Purge, Expired, Async.</summary>
internal static class NameWords
{
    /// <summary>Splits before capitals that follow a small letter or start a word, and at characters that are neither letter nor digit.</summary>
    public static ImmutableArray<string> Of(string name)
    {
        var words = ImmutableArray.CreateBuilder<string>();
        var start = 0;
        for (var i = 0; i <= name.Length; i++)
        {
            var isEnd = i == name.Length || !char.IsLetterOrDigit(name[i]);
            if (!isEnd && !StartsWord(name, i))
                continue;
            if (i > start)
                words.Add(name.Substring(start, i - start));
            start = isEnd ? i + 1 : i;
        }

        return words.ToImmutable();
    }

    private static bool StartsWord(string name, int at) =>
        at > 0 && char.IsUpper(name[at]) && (!char.IsUpper(name[at - 1]) || (at + 1 < name.Length && char.IsLower(name[at + 1])));
}

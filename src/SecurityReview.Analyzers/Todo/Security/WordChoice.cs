using System.Collections.Immutable;

namespace SecurityReview.Analyzers.Todo.Security;

/// <summary>What may stand at one place of a phrase: <c>user|users|authoriz*</c>.</summary>
internal sealed class WordChoice
{
    private WordChoice(HashSet<string> words, ImmutableArray<string> stems)
    {
        Words = words;
        Stems = stems;
    }

    /// <summary>The words that are meant as they are.</summary>
    public HashSet<string> Words { get; }

    /// <summary>The beginnings of words, without their stars.</summary>
    public ImmutableArray<string> Stems { get; }

    public static WordChoice Parse(string text)
    {
        var choices = text.Split('|');
        return new WordChoice(
            new HashSet<string>(choices.Where(choice => !IsStem(choice)), StringComparer.Ordinal),
            choices.Where(IsStem).Select(choice => choice.TrimEnd('*')).ToImmutableArray());
    }

    public bool Contains(string word)
    {
        if (Words.Contains(word))
            return true;
        foreach (var stem in Stems)
        {
            if (word.StartsWith(stem, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static bool IsStem(string choice) => choice.EndsWith("*", StringComparison.Ordinal);
}

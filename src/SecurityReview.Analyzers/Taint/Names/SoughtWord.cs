namespace SecurityReview.Analyzers.Taint.Names;

/// <summary>A word that is looked for in files.</summary>
/// <param name="Hash">Its <see cref="TreeNames.HashOf"/>.</param>
/// <param name="Use">The only use that counts.</param>
/// <param name="Namespace">The namespace without which the word means something else; null for none.</param>
internal readonly record struct SoughtWord(int Hash, WordUse Use, string? Namespace)
{
    /// <summary>The name of methods, of which only the calls count.</summary>
    public static SoughtWord CallOf(string method) => Of(method, WordUse.Called);

    public static SoughtWord Of(string word, WordUse use = WordUse.Any, string? @namespace = null) => new(TreeNames.HashOf(word), use, @namespace);
}

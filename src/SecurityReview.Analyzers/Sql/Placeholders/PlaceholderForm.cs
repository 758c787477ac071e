namespace SecurityReview.Analyzers.Sql.Placeholders;

/// <summary>What a text marks its parameters with.</summary>
internal enum PlaceholderForm
{
    /// <summary><c>@p</c>, <c>:p</c>, and <c>$p</c> where the dialect has it.</summary>
    Named,

    /// <summary>The same and <c>{0}</c>: the library replaces the numbers wherever they stand.</summary>
    Numbered,

    /// <summary>The holes of the text: the library replaces each with a parameter.</summary>
    Holes,
}

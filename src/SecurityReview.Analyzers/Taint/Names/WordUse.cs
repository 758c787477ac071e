namespace SecurityReview.Analyzers.Taint.Names;

/// <summary>How code uses a word, as far as the text behind it tells.</summary>
internal enum WordUse : byte
{
    /// <summary>In any way; of a word that was found: a comment or a directive hides what follows.</summary>
    Any,

    /// <summary>Called, or given type arguments: <c>word(</c>, <c>word&lt;</c>.</summary>
    Called,

    /// <summary>Assigned a value: <c>word =</c>.</summary>
    Assigned,

    /// <summary>What a member is accessed on: <c>word.</c></summary>
    Qualifying,

    /// <summary>The last word of a text: <c>word"</c>.</summary>
    EndOfText,

    /// <summary>Anything else.</summary>
    Other,
}

namespace SecurityReview.Analyzers.Sql;

/// <summary>What a token of SQL text is.</summary>
internal enum SqlTokenKind
{
    /// <summary>A keyword or a bare identifier; which of the two depends on where it stands.</summary>
    Word,

    /// <summary><c>"x"</c>, <c>[x]</c> or <c>`x`</c>.</summary>
    QuotedIdentifier,

    /// <summary><c>'x'</c> with any prefix (<c>N'x'</c>, <c>E'x'</c>, <c>q'[x]'</c>); in MySQL also <c>"x"</c>.</summary>
    String,

    /// <summary><c>$$x$$</c> or <c>$tag$x$tag$</c>: usually the body of a function.</summary>
    DollarString,

    Number,

    /// <summary><c>@p</c>, <c>:p</c>, <c>?</c>, <c>?1</c>, <c>$1</c>, <c>$p</c>, or <c>{0}</c> as the object mappers write it.</summary>
    Placeholder,

    /// <summary><c>@@rowcount</c> and other variables of the server.</summary>
    ServerVariable,

    /// <summary>An operator of one or more characters, and every character that nothing else claims.</summary>
    Operator,

    /// <summary>One of <c>( ) [ ] , ; .</c></summary>
    Punctuation,

    Comment,

    /// <summary>A place that is filled in while the program runs, standing alone.</summary>
    Hole,
}

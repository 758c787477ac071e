namespace SecurityReview.Analyzers.ExceptionHandling.Mentions;

/// <summary>What a body does with the exceptions that it has, as far as its syntax tells.</summary>
[Flags]
internal enum ExceptionUse
{
    /// <summary>Nothing but to log, test, wrap and rethrow them.</summary>
    None = 0,

    /// <summary>It makes something else of what they say.</summary>
    Spreads = 1,

    /// <summary>It makes the message or the members of an exception that it throws of what they say.</summary>
    Throws = 2,

    /// <summary>It makes something else of their messages alone.</summary>
    SpreadsMessage = 4,

    /// <summary>It makes those of an exception that it throws of their messages alone.</summary>
    ThrowsMessage = 8,

    /// <summary>What concerns the detail of an exception.</summary>
    Detail = Spreads | Throws,

    /// <summary>What concerns its message: who is handed the exception may read it.</summary>
    Message = Detail | SpreadsMessage | ThrowsMessage,
}

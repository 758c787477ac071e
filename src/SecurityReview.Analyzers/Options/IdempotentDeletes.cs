namespace SecurityReview.Analyzers.Options;

/// <summary>What a team means by the answer to a delete that found nothing.</summary>
public enum IdempotentDeletes
{
    /// <summary>It was asked for something that is not there: the caller is told.</summary>
    Report,

    /// <summary>It is gone, as was wished.</summary>
    Allow,
}

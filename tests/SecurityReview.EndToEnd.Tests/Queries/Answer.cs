namespace SecurityReview.EndToEnd.Tests.Queries;

/// <summary>What a request is answered.</summary>
/// <param name="Status">The status code.</param>
/// <param name="Body">The text; empty for a failure.</param>
internal sealed record Answer(int Status, string Body)
{
    /// <summary>Whether the request was served.</summary>
    public bool IsServed => Status == 200;
}

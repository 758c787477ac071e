namespace SecurityReview.Analyzers.Taint.State;

/// <summary>Names the temporary in which a handler finds what was thrown.</summary>
internal sealed class ThrownException
{
    public static readonly ThrownException Key = new();

    private ThrownException()
    {
    }
}

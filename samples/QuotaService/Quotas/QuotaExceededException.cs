namespace QuotaService.Quotas;

/// <summary>A reservation does not fit. The message is written for the client.</summary>
public sealed class QuotaExceededException(string resource, int requested, int used, int limit)
    : Exception($"Quota exceeded for {resource}: {requested} requested, {used} of {limit} in use.")
{
    public string Resource { get; } = resource;

    public int Requested { get; } = requested;

    public int Used { get; } = used;

    public int Limit { get; } = limit;
}

namespace QuotaService.Quotas;

/// <summary>Whose quota a request is counted against.</summary>
public readonly record struct QuotaOwner(string ProjectId, string UserId);

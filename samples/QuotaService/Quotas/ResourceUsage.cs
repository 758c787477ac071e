namespace QuotaService.Quotas;

public sealed record ResourceUsage(string Resource, int Used, int Limit);

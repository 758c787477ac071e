using QuotaService.Data;

namespace QuotaService.Endpoints;

/// <summary>The limits that apply to a user in a project.</summary>
public sealed record QuotaView(string ProjectId, string UserId, QuotaLimits Limits);

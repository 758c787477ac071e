namespace Tenants.Security;

/// <summary>Who calls.</summary>
public interface ICurrentUser
{
    string Id { get; }

    Guid TenantId { get; }

    bool IsAdmin { get; }
}

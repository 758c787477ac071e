namespace QuotaService.Security;

public static class Policies
{
    /// <summary>Operators of the cloud, who see and change every project.</summary>
    public const string Admin = "Admin";
}

namespace Tenants.Security;

public static class Roles
{
    public const string Admin = "admin";

    public const string Agent = "agent";
}

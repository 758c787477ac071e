namespace QuotaService.Security;

public static class Roles
{
    public const string Admin = "Admin";
}

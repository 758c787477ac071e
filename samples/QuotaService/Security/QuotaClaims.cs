using System.Security.Claims;

namespace QuotaService.Security;

public static class QuotaClaims
{
    public const string ProjectId = "quota:project";
    public const string UserId = ClaimTypes.NameIdentifier;
}

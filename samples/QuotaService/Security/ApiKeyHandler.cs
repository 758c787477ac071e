using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using QuotaService.Data;

namespace QuotaService.Security;

/// <summary>Authenticates `Authorization: Bearer key` against the stored hashes.</summary>
public sealed class ApiKeyHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory loggers,
    UrlEncoder encoder,
    QuotaDbContext db) : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    public const string SchemeName = "ApiKey";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!AuthenticationHeaderValue.TryParse(Request.Headers.Authorization, out var header)
            || !header.Scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase)
            || string.IsNullOrEmpty(header.Parameter))
        {
            return AuthenticateResult.NoResult();
        }

        var hash = ApiKeyHash.Of(header.Parameter);
        var key = await db.ApiKeys.AsNoTracking().SingleOrDefaultAsync(candidate => candidate.Hash == hash, Context.RequestAborted);

        return key is null
            ? AuthenticateResult.Fail("The key is not known.")
            : AuthenticateResult.Success(new AuthenticationTicket(CreatePrincipal(key), SchemeName));
    }

    private static ClaimsPrincipal CreatePrincipal(ApiKey key)
    {
        var identity = new ClaimsIdentity(SchemeName);
        identity.AddClaim(new Claim(QuotaClaims.ProjectId, key.ProjectId));
        identity.AddClaim(new Claim(QuotaClaims.UserId, key.UserId));
        if (key.IsAdmin)
        {
            identity.AddClaim(new Claim(ClaimTypes.Role, Roles.Admin));
        }

        return new ClaimsPrincipal(identity);
    }
}

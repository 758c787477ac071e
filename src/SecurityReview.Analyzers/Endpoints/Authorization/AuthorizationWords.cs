using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.Endpoints.Authorization;

/// <summary>Names by which attributes, filters and calls of a program's own tell that they decide who may call.</summary>
internal static class AuthorizationWords
{
    private static readonly HashSet<string> s_words = new(StringComparer.OrdinalIgnoreCase)
    {
        "auth", "authz", "authn", "authorize", "authorise", "authorized", "authorised", "authorization", "authorisation", "authenticate", "authenticated", "authentication",
        "permission", "permissions", "role", "roles", "admin", "admins", "administrator", "administrators", "apikey", "claim", "claims", "privilege", "privileges", "owner", "owners",
        "ownership", "signature", "hmac", "access", "jwt", "bearer", "entitlement", "scope", "scopes", "policy", "superuser", "staff", "tenant", "login", "loggedin", "signedin",
    };

    private static readonly HashSet<string> s_others = new(StringComparer.OrdinalIgnoreCase)
    {
        "disable", "disabled", "cors", "antiforgery", "rate", "ratelimit", "ratelimiting", "limiting", "cache", "caching", "timeout", "host", "hsts", "https", "openapi", "swagger", "cookie",
        "retry", "resource",
    };

    /// <summary>Whether a name speaks of who may call: <c>RequirePermission</c>, <c>ApiKeyFilter</c>, <c>AdminOnly</c>.</summary>
    public static bool Speak(string name)
    {
        var words = NameWords.Of(name);
        if (words.Any(s_others.Contains))
            return false;
        for (var i = 0; i < words.Length; i++)
        {
            if (s_words.Contains(words[i]))
                return true;
            if (i + 1 < words.Length && s_words.Contains(words[i] + words[i + 1]))
                return true;
        }

        return false;
    }

    private static readonly HashSet<string> s_privileges = new(StringComparer.OrdinalIgnoreCase)
    {
        "permission", "permissions", "role", "roles", "admin", "admins", "administrator", "administrators", "privilege", "privileges", "superuser", "staff", "entitlement", "policy", "claim", "claims",
    };

    /// <summary>Whether it asks for more than to be signed in: <c>AdminOnly</c>, <c>HasPermission</c>.</summary>
    public static bool SpeakOfPrivilege(string name) => NameWords.Of(name).Any(s_privileges.Contains);
}

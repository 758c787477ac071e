using Microsoft.CodeAnalysis;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.Vocabulary;

/// <summary>Words by which names speak of who somebody is and what they may do.</summary>
internal static class SecurityWords
{
    private static readonly HashSet<string> s_subjects = new(StringComparer.OrdinalIgnoreCase)
    {
        "user", "users", "principal", "claim", "claims", "role", "roles", "owner", "ownership", "tenant", "caller", "identity", "member", "membership", "account",
    };

    private static readonly HashSet<string> s_strong = new(StringComparer.OrdinalIgnoreCase)
    {
        "auth", "authn", "authz", "authentication", "authorization", "authorisation", "authenticated", "authorized", "authorised", "authenticator", "authorizer",
        "permission", "permissions", "permitted", "access", "privilege", "privileges", "entitlement", "entitlements", "password", "passwords", "passcode",
        "credential", "credentials", "token", "tokens", "jwt", "signature", "signatures", "hmac", "certificate", "certificates", "cert", "otp", "totp", "mfa",
        "captcha", "recaptcha", "antiforgery", "csrf", "xsrf", "login", "logon", "signin", "security", "secret", "admin", "administrator", "acl", "rbac",
    };

    private static readonly char[] s_digits = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];

    /// <summary>What stands before "role" where it is one of people.</summary>
    private static readonly HashSet<string> s_people = new(StringComparer.OrdinalIgnoreCase)
    {
        "i", "application", "app", "system", "admin", "staff", "employee", "customer", "organization", "organisation", "org", "project", "team", "group", "workspace", "company",
        "db", "database", "global", "server", "default", "built", "custom", "my",
    };

    private static readonly HashSet<string> s_keys = new(StringComparer.OrdinalIgnoreCase) { "api", "access", "signing", "license" };

    /// <summary>Whether a name speaks of a principal, user, role, permission, owner, tenant, password, token, signature or certificate.</summary>
    public static bool Speak(string name) => SpeakStrongly(name) || WordsOf(name).Any(s_subjects.Contains);

    /// <summary>
    /// Whether a name speaks of security itself: that a type deals with users (<c>UserService</c>) does not make it a guard, that it deals with
    /// permissions does.
    /// </summary>
    public static bool SpeakStrongly(string name)
    {
        var words = WordsOf(name);
        for (var i = 0; i < words.Count; i++)
        {
            if (s_strong.Contains(words[i]))
                return true;
            if (i + 1 < words.Count && ((words[i + 1].Equals("Key", StringComparison.OrdinalIgnoreCase) && s_keys.Contains(words[i])) || IsSplit(words[i], words[i + 1])))
                return true;
        }

        return false;
    }

    /// <summary>Whether values of a type, under a name, are about security. A token to cancel with, or of a text that is read, is not.</summary>
    public static bool Speak(string name, ITypeSymbol type)
    {
        if (IsOtherToken(type) || IsOtherRole(type))
            return false;
        return Speak(name) || Speak(type.Name);
    }

    /// <summary><c>CancellationToken</c>, <c>SyntaxToken</c>, <c>JToken</c>, <c>JsonTokenType</c>: tokens that prove nothing.</summary>
    public static bool IsOtherToken(ITypeSymbol type)
    {
        var words = NameWords.Of(type.Name);
        var at = words.IndexOf("Token");
        if (type.Name is "JToken" or "JsonTokenType" || type.Name.StartsWith("Cancellation", StringComparison.Ordinal))
            return true;
        return at >= 0 && !words.Any(static word => word is "Security" or "Access" or "Refresh" or "Auth" or "Jwt" or "Bearer" or "Id" or "Identity" or "Session" or "Reset" or "Api" or "Antiforgery" or "User" or "Validation");
    }

    /// <summary><c>ModelRole</c>, <c>AxisRole</c>, <c>NodeRole</c>: the part that a thing plays, not what a user may do.</summary>
    private static bool IsOtherRole(ITypeSymbol type)
    {
        var words = NameWords.Of(type.Name);
        return words.Length > 1 && words[words.Length - 1] is "Role" or "Roles" && !IsOfPeople(words[words.Length - 2]);
    }

    private static bool IsOfPeople(string word) => s_people.Contains(word) || s_strong.Contains(word) || s_subjects.Contains(word);

    /// <summary>Without the number of <c>Certificate2</c>.</summary>
    private static List<string> WordsOf(string name) => NameWords.Of(name).Select(static word => word.TrimEnd(s_digits)).ToList();

    /// <summary><c>LogIn</c>, <c>SignIn</c>.</summary>
    private static bool IsSplit(string first, string second) => first is "Log" or "Sign" && second is "In" or "On";
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SecurityReview.Analyzers.Endpoints.Authorization;

/// <summary>Code that turns callers away because of who they are: by the words of its syntax, since it is asked of much code and rarely bound.</summary>
internal static class Denials
{
    private static readonly HashSet<string> s_names = new(StringComparer.Ordinal)
    {
        "Unauthorized", "Unauthorised", "Forbid", "Forbidden", "Challenge", "ChallengeAsync", "ForbidAsync", "UnauthorizedResult", "UnauthorizedObjectResult", "ForbidResult", "ChallengeResult",
        "Status401Unauthorized", "Status403Forbidden", "UnauthorizedAccessException", "UnauthorizedException", "ForbiddenException", "ForbiddenAccessException", "AuthenticationException",
        "SecurityException", "AccessDenied", "AccessDeniedException", "PermissionDenied", "Unauthenticated", "AuthorizeAsync", "HttpUnauthorizedResult", "SecurityTokenException",
    };

    /// <summary>Whether a piece of code answers with 401 or 403, throws an exception that says so, or asks the authorization service.</summary>
    public static bool StandIn(SyntaxNode code)
    {
        foreach (var token in code.DescendantTokens())
        {
            if (token.IsKind(SyntaxKind.IdentifierToken) ? s_names.Contains(token.ValueText) : token.IsKind(SyntaxKind.NumericLiteralToken) && token.Value is 401 or 403)
                return true;
        }

        return false;
    }
}

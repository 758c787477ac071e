using Microsoft.CodeAnalysis;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.Vocabulary;

/// <summary>
/// Methods that decide about security: they answer with yes or no or with a result of the framework, ask in their name, and speak there, in their
/// signature or in their type of a principal, permission, password, token and the like.
/// </summary>
internal static class DecisionMethods
{
    private static readonly HashSet<string> s_questions = new(StringComparer.OrdinalIgnoreCase)
    {
        "is", "are", "can", "may", "has", "have", "authorize", "authorise", "authenticate", "validate", "verify", "allow", "allows", "check", "permit", "permits",
        "confirm", "satisfies", "evaluate", "matches", "grants", "needs", "requires", "must", "should", "valid", "test",
    };

    private static readonly HashSet<string> s_answers = new(StringComparer.OrdinalIgnoreCase)
    {
        "authorized", "authorised", "authenticated", "allowed", "permitted", "granted", "trusted", "valid",
    };

    /// <summary>What a question is about that has nothing to do with security, whatever its parameters are called.</summary>
    private static readonly HashSet<string> s_otherMatters = new(StringComparer.OrdinalIgnoreCase)
    {
        "disposed", "execute", "convert", "retry", "seek", "initialized", "empty", "null", "connected", "running", "cached", "dirty", "equal", "supported", "serialize",
        "file", "format", "available", "online", "loaded", "changes", "changed", "unread", "compatible",
    };

    private static readonly HashSet<string> s_refusals = new(StringComparer.OrdinalIgnoreCase)
    {
        "revoked", "blocked", "banned", "denied", "forbidden", "blacklisted", "blocklisted", "locked", "lockedout", "expired", "compromised", "suspended", "disabled",
        "invalid", "breached", "pwned", "deactivated", "restricted", "untrusted", "unauthorized", "forged", "tampered", "replayed", "needs", "requires", "must",
    };

    private static readonly HashSet<string> s_resultMatters = new(StringComparer.Ordinal)
    {
        "Authorization", "Authorisation", "Authentication", "Authenticate", "Identity", "Access", "Permission", "Token", "Password", "Verification", "Validation", "Login", "Auth",
    };

    private static readonly HashSet<string> s_resultWords = new(StringComparer.Ordinal) { "Result", "Results", "Decision", "Outcome", "Status", "Verdict" };

    /// <summary>The framework's own members that decide, and their types: authentication handlers, password hashers, validators of users and tokens.</summary>
    private static readonly Dictionary<string, string[]> s_framework = new(StringComparer.Ordinal)
    {
        ["HandleAuthenticateAsync"] = ["AuthenticationHandler"],
        ["AuthenticateAsync"] = ["IAuthenticationHandler", "IAuthenticationService"],
        ["AuthorizeAsync"] = ["IAuthorizationService", "IPolicyEvaluator"],
        ["AuthorizeCore"] = ["AuthorizeAttribute"],
        ["IsAuthorized"] = ["AuthorizeAttribute"],
        ["VerifyHashedPassword"] = ["IPasswordHasher", "PasswordHasher"],
        ["ValidateAsync"] = ["IUserValidator", "IPasswordValidator"],
        ["ValidateTokenAsync"] = ["TokenHandler", "JsonWebTokenHandler"],
    };

    /// <summary>Whether a method decides about security.</summary>
    public static bool Contains(IMethodSymbol method)
    {
        if (!Answers(method.ReturnType))
            return false;
        if (method.SelfAndDeclarations().Any(static declared => IsOfFramework(declared)))
            return true;
        var name = NameOf(method);
        var words = NameWords.Of(name);
        if (!Asks(words) || words.Any(s_otherMatters.Contains))
            return false;
        return IsSaidBy(method, name);
    }

    /// <summary>Whether a method of this name may be one that decides; what it answers, and what its signature speaks of, is asked later.</summary>
    public static bool MayDecide(string name) =>
        s_framework.ContainsKey(name) || (NameWords.Of(name) is var words && Asks(words) && !words.Any(s_otherMatters.Contains));

    /// <summary>Whether a method only asks something and answers with yes or no, by its name; what it is about its code has to tell.</summary>
    public static bool MayBeByCode(IMethodSymbol method) =>
        Answers(method.ReturnType) && NameWords.Of(NameOf(method)) is { IsEmpty: false } words && words[0] is "Is" or "Can" or "May" or "Has" or "Have" && !words.Any(s_otherMatters.Contains);

    /// <summary>Whether yes is the answer that refuses: <c>IsRevoked</c>, <c>IsLockedOut</c>, <c>RequiresTwoFactor</c>.</summary>
    public static bool RefusesWhenTrue(IMethodSymbol method)
    {
        var words = NameWords.Of(NameOf(method));
        var refuses = words.Any(s_refusals.Contains);
        return words.Any(static word => word.Equals("Not", StringComparison.OrdinalIgnoreCase)) ? !refuses : refuses;
    }

    /// <summary>Whether a name asks a question that is answered with yes or no, whatever it is about: <c>Exists</c>, <c>IsOpen</c>.</summary>
    public static bool Asks(string name)
    {
        var words = NameWords.Of(name);
        return Asks(words) || words.Any(static word => word is "Exists" or "Exist" or "Contains" or "Supports" or "Equals" or "Was" or "Does");
    }

    /// <summary>Whether values of a type are answers: a truth value, or what the framework's decisions give, also later.</summary>
    public static bool Answers(ITypeSymbol type)
    {
        var result = type.UnwrapTask();
        if (result is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
            result = nullable.TypeArguments[0];
        if (result.SpecialType == SpecialType.System_Boolean)
            return true;
        var words = NameWords.Of(result.Name);
        return words.Any(s_resultWords.Contains) && words.Any(s_resultMatters.Contains);
    }

    private static bool Asks(System.Collections.Immutable.ImmutableArray<string> words)
    {
        if (words.IsEmpty)
            return false;
        // TryAuthorize asks, UserCanEdit too.
        var asks = s_questions.Contains(words[0]) ||
            (words.Length > 1 && words[0] is "Try" or "User" or "Caller" or "Ensure" or "Current" or "Principal" && s_questions.Contains(words[1]));
        return asks || words.Any(s_answers.Contains);
    }

    private static bool IsSaidBy(IMethodSymbol method, string name)
    {
        if (SecurityWords.Speak(name) && !method.Parameters.Any(static parameter => SecurityWords.IsOtherToken(parameter.Type) && !IsCancellation(parameter)))
            return true;
        if (method.Parameters.Any(static parameter => !IsCancellation(parameter) && SecurityWords.Speak(parameter.Name, parameter.Type)))
            return true;
        return method.ContainingType is { IsImplicitlyDeclared: false } type && method.MethodKind != MethodKind.LocalFunction && SecurityWords.SpeakStrongly(type.Name);
    }

    private static bool IsCancellation(IParameterSymbol parameter) => parameter.Type.Name == "CancellationToken";

    /// <summary>Whether a member is one of the framework's own that decide.</summary>
    private static bool IsOfFramework(IMethodSymbol method) => s_framework.TryGetValue(method.Name, out var holders) && holders.Contains(method.ContainingType.Name);

    private static string NameOf(IMethodSymbol method)
    {
        var name = method.AssociatedSymbol?.Name ?? method.Name;
        return name.Substring(name.LastIndexOf('.') + 1);
    }
}

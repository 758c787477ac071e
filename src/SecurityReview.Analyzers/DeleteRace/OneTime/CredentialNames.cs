using Microsoft.CodeAnalysis;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.DeleteRace.OneTime;

/// <summary>Names of what may be used once: tokens that reset or confirm, codes, invitations, coupons, nonces, one-time passwords.</summary>
internal static class CredentialNames
{
    /// <summary>Words that say it alone.</summary>
    private static readonly HashSet<string> s_alone = Words("otp", "nonce", "coupon", "voucher", "invite", "invitation", "captcha");

    /// <summary>What carries it, once a word before says for what.</summary>
    private static readonly HashSet<string> s_carriers = Words("token", "code", "link", "ticket", "password", "pin", "card", "challenge", "request", "verification", "confirmation", "reset", "activation", "change");

    private static readonly HashSet<string> s_purposes = Words(
        "reset", "verification", "verify", "confirmation", "confirm", "activation", "activate", "registration", "signup", "onetime", "singleuse", "magic", "recovery", "backup", "login", "signin",
        "exchange", "redeem", "redemption", "gift", "promo", "discount", "unlock", "challenge", "sms", "email", "phone", "factor", "mfa", "2fa", "refresh", "claim", "pairing", "password", "account");

    /// <summary>Words at the end that make it something about such a thing, or something that works with it.</summary>
    private static readonly HashSet<string> s_others = Words(
        "type", "status", "policy", "option", "setting", "template", "category", "service", "repository", "manager", "provider", "controller", "handler", "context", "count", "campaign", "usage",
        "redemption", "log", "history", "event", "batch", "dto", "response", "result", "validator", "generator", "sender", "lifetime", "format", "length", "audit");

    /// <summary>What may be such a thing where it is also marked as used.</summary>
    private static readonly HashSet<string> s_marked = Words(
        "token", "code", "ticket", "pass", "licence", "license", "key", "reward", "promo", "promotion", "discount", "reset", "verification", "confirmation", "challenge", "link", "gift", "card", "bonus",
        "offer", "pin", "credential");

    /// <summary>Whether a name is that of a one-time credential.</summary>
    public static bool Tell(string name)
    {
        var words = Plain(name);
        if (words.Count == 0 || s_others.Contains(words[words.Count - 1]))
            return false;
        if (words.Any(s_alone.Contains))
            return true;
        for (var i = 1; i < words.Count; i++)
        {
            if (s_carriers.Contains(words[i]) && (s_purposes.Contains(words[i - 1]) || (i > 1 && IsPair(words[i - 2], words[i - 1]))))
                return !(words[i] == "request" && words[i - 1] is not "reset" and not "change");
        }

        return false;
    }

    /// <summary>Whether a name may be that of one, once it is marked as used.</summary>
    public static bool Suggest(string name)
    {
        var words = Plain(name);
        return words.Count > 0 && !s_others.Contains(words[words.Count - 1]) && words.Any(s_marked.Contains);
    }

    /// <summary>Whether a name speaks of tokens that are exchanged for the next one.</summary>
    public static bool IsRefresh(string name) => Plain(name).Contains("refresh");

    private static bool IsPair(string first, string second) => (first, second) is ("one", "time") or ("single", "use") or ("sign", "up") or ("sign", "in") or ("log", "in") or ("two", "factor");

    private static List<string> Plain(string name) =>
        NameWords.Of(name).Select(static word => word.ToLowerInvariant()).Select(static word => word.Length > 3 && word.EndsWith("s", StringComparison.Ordinal) && !word.EndsWith("ss", StringComparison.Ordinal) ? word.Substring(0, word.Length - 1) : word).ToList();

    private static HashSet<string> Words(params string[] words) => new(words, StringComparer.Ordinal);
}

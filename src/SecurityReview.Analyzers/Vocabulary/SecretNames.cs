using System.Collections.Immutable;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.Vocabulary;

/// <summary>
/// Names of values that nobody may read: passwords, keys, tokens that let in, numbers that pay. The secret is what the name ends in: a
/// <c>PasswordPolicy</c>, an <c>ApiKeyName</c> and a <c>SecretId</c> are none, nor is what is hashed or masked.
/// </summary>
/// <param name="configured">Further names, of the option <c>secret_names</c>.</param>
internal sealed class SecretNames(ImmutableArray<string> configured)
{
    private static readonly string[] s_secrets =
    [
        "password", "passwd", "pwd", "passphrase", "passcode", "secret", "clientsecret", "secretkey", "apikey", "accesskey", "privatekey", "signingkey", "encryptionkey",
        "connectionstring", "accesstoken", "refreshtoken", "resettoken", "sessiontoken", "bearertoken", "authtoken", "jwt", "jwttoken", "cardnumber", "cvv", "cvc", "ssn",
        "socialsecuritynumber",
    ];

    /// <summary>Words behind a secret that leave it one.</summary>
    private static readonly HashSet<string> s_forms = new(StringComparer.Ordinal)
    {
        "value", "text", "string", "plain", "plaintext", "raw", "base64", "bytes", "input", "confirm", "confirmation", "again", "repeat", "old", "new", "async",
    };

    /// <summary>Words before a secret that make it something else.</summary>
    private static readonly HashSet<string> s_others = new(StringComparer.Ordinal)
    {
        "hash", "hashed", "encrypted", "masked", "redacted", "obfuscated", "salted", "protected", "invalid", "wrong", "missing", "forgot", "incorrect", "require", "requires", "required",
        "expired", "no", "is", "has", "public", "facing", "safe", "display", "sanitized", "scrubbed", "truncated", "anonymized",
    };

    private static readonly char[] s_digits = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];

    /// <summary>Whether a value of this name is a secret.</summary>
    public bool Contains(string name)
    {
        var words = NameWords.Of(name).Select(static word => word.TrimEnd(s_digits).ToLowerInvariant()).Where(static word => word.Length > 0).ToList();
        if (words.Any(s_others.Contains))
            return false;
        while (words.Count > 1 && s_forms.Contains(words[words.Count - 1]) && !EndsInSecret(words))
            words.RemoveAt(words.Count - 1);
        return EndsInSecret(words);
    }

    private bool EndsInSecret(List<string> words)
    {
        var tail = "";
        for (var i = words.Count - 1; i >= 0; i--)
        {
            tail = words[i] + tail;
            if (s_secrets.Contains(tail) || configured.Any(name => Plain(name) == tail))
                return true;
        }

        return false;
    }

    private static string Plain(string name) => string.Concat(NameWords.Of(name)).ToLowerInvariant();
}

using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace SecurityReview.Analyzers.Todo;

/// <summary>Where the work is planned: an issue number, the key of an issue tracker, an address; or what the user's pattern says.</summary>
/// <param name="userPattern">The pattern of the option, which replaces the built-in forms; null if unset.</param>
/// <remarks>One instance serves one file: a pattern that ran into its timeout is not tried again there.</remarks>
internal sealed class TicketRecognizer(Regex? userPattern)
{
    /// <summary>What <see cref="Find"/> returns where the user's pattern gave no answer in time: the comment is left alone.</summary>
    public const string Unknown = "?";

    private static readonly Regex s_address = new(@"\bhttps?://[^\s<>""')\]]+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    /// <summary>Behind a single letter it is a language (<c>C#12</c>), behind an ampersand a character (<c>&amp;#39;</c>).</summary>
    private static readonly Regex s_issueNumber = new(@"(?<!&|(?<!\w)\w)#\d+(?!\w)", RegexOptions.CultureInvariant);

    private static readonly Regex s_key = new(@"(?<![\w-])(?<key>[A-Z][A-Z0-9_]{1,19})-\d+(?!\w)", RegexOptions.CultureInvariant);

    private static readonly Regex s_leadingNumber = new(@"^\d{3,}\s*(?:[:\u2013\u2014-]|$)", RegexOptions.CultureInvariant);

    /// <summary>Standards, encodings and algorithms are written like the keys of an issue tracker.</summary>
    private static readonly ImmutableHashSet<string> s_standards = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "AES", "ANSI", "ARM", "ASCII", "ASN", "BASE", "BLAKE", "BLAKE2", "CMYK", "COVID", "CP", "CRC", "CSS", "CVE", "CWE", "DES", "DIN", "DO",
        "EBCDIC", "ECDSA", "ECMA", "ED", "EN", "EUC", "FIPS", "GB", "GPT", "HMAC", "HTML", "HTTP", "IEC", "IEEE", "IPV", "ISO", "JIS", "KOI", "LATIN",
        "MD", "NIST", "OAEP", "OWASP", "PBES", "PCI", "PEP", "PKCS", "POSIX", "RC", "RFC", "RGB", "RIPEMD", "RSA", "SECP", "SHA", "SHA2", "SHA3", "SOC",
        "SSL", "TCP", "TLS", "UCS", "UDP", "UTC", "GMT", "UTF", "WINDOWS", "XML", "YYYY");

    private bool _timedOut;

    /// <summary>The first ticket in a text; null if there is none.</summary>
    public string? Find(string text) =>
        userPattern is null ? FindBuiltIn(text) : FindByPattern(userPattern, text);

    /// <summary>Whether an item of the parentheses after a tag is a ticket; a bare number is one there.</summary>
    public bool IsTicket(string item) =>
        Find(item) is not null || (userPattern is null && item.Length > 0 && item.All(char.IsDigit));

    /// <summary>Whether a comment's text starts with a bare number that is set off from the rest: <c>BUG 1234: crash</c>.</summary>
    public string? FindLeadingNumber(string text) =>
        userPattern is null && text.Length > 0 && char.IsDigit(text[0]) && s_leadingNumber.IsMatch(text) ? new string(text.TakeWhile(char.IsDigit).ToArray()) : null;

    private static string? FindBuiltIn(string text)
    {
        // Most comments have none of these characters; a look is cheaper than a pattern.
        if (text.IndexOf("://", StringComparison.Ordinal) >= 0 && s_address.Match(text) is { Success: true } address)
            return address.Value.TrimEnd('.', ',', ';', ':');
        if (text.IndexOf('#') >= 0 && s_issueNumber.Match(text) is { Success: true } number)
            return number.Value;
        if (text.IndexOf('-') < 0)
            return null;
        for (var key = s_key.Match(text); key.Success; key = key.NextMatch())
        {
            if (!s_standards.Contains(key.Groups["key"].Value))
                return key.Value;
        }

        return null;
    }

    private string? FindByPattern(Regex pattern, string text)
    {
        if (_timedOut)
            return Unknown;
        try
        {
            return pattern.Match(text) is { Success: true, Length: > 0 } match ? match.Value : null;
        }
        catch (RegexMatchTimeoutException)
        {
            _timedOut = true;
            return Unknown;
        }
    }
}

using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace SecurityReview.Analyzers.Options;

/// <summary>Makes options of the usual kinds of value. Texts are trimmed; names of values match in any case.</summary>
internal static class OptionOf
{
    /// <summary>How long one match of a pattern that a user wrote may take before it counts as "no match".</summary>
    private static readonly TimeSpan s_patternTimeout = TimeSpan.FromMilliseconds(100);

    private static readonly char[] s_listSeparators = [',', ';', '|'];

    public static ReviewOption<bool> Bool(string name, bool @default, string summary) =>
        new(name, "true or false", @default ? "true" : "false", summary, @default, bool.TryParse);

    public static ReviewOption<int> Int(string name, int @default, int minimum, int maximum, string summary)
    {
        return new(name, $"a number from {minimum} to {maximum}", @default.ToString(CultureInfo.InvariantCulture), summary, @default, Parse);

        bool Parse(string text, out int value) =>
            int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out value) && value >= minimum && value <= maximum;
    }

    /// <summary>One member of an enumeration, written in snake case.</summary>
    public static ReviewOption<TEnum> Choice<TEnum>(string name, TEnum @default, string summary)
        where TEnum : struct, Enum
    {
        var values = Enum.GetValues(typeof(TEnum)).Cast<TEnum>().ToDictionary(SnakeCase, StringComparer.OrdinalIgnoreCase);
        return new(name, string.Join(" or ", values.Keys), SnakeCase(@default), summary, @default, Parse);

        bool Parse(string text, out TEnum value) => values.TryGetValue(text.Trim(), out value);
    }

    /// <summary>A set of members of a flags enumeration, written in snake case and separated by commas.</summary>
    public static ReviewOption<ImmutableHashSet<TEnum>> Choices<TEnum>(string name, ImmutableHashSet<TEnum> @default, string summary)
        where TEnum : struct, Enum
    {
        var values = Enum.GetValues(typeof(TEnum)).Cast<TEnum>().ToDictionary(SnakeCase, StringComparer.OrdinalIgnoreCase);
        var defaultText = string.Join(", ", values.Where(pair => @default.Contains(pair.Value)).Select(pair => pair.Key));
        return new(name, $"a list of {string.Join(", ", values.Keys)}", defaultText, summary, @default, Parse);

        bool Parse(string text, out ImmutableHashSet<TEnum> value)
        {
            var words = Words(text);
            value = words.Where(values.ContainsKey).Select(word => values[word]).ToImmutableHashSet();
            return words.All(values.ContainsKey);
        }
    }

    /// <summary>A list of names, separated by commas, semicolons or bars.</summary>
    public static ReviewOption<ImmutableArray<string>> Names(string name, string @default, string summary)
    {
        return new(name, "a list of names separated by commas", @default, summary, Words(@default), Parse);

        static bool Parse(string text, out ImmutableArray<string> value)
        {
            value = Words(text);
            return true;
        }
    }

    public static ReviewOption<string> Text(string name, string @default, string summary) =>
        new(name, "any text", @default, summary, @default, AnyText);

    /// <summary>A regular expression that a user wrote: compiled once per text, never run without a timeout.</summary>
    public static ReviewOption<Regex> Pattern(string name, string @default, string summary)
    {
        return new(name, "a regular expression", @default, summary, new Regex(@default, RegexOptions.CultureInvariant, s_patternTimeout), Parse);

        static bool Parse(string text, out Regex value)
        {
            try
            {
                value = new Regex(text.Trim(), RegexOptions.CultureInvariant, s_patternTimeout);
                return true;
            }
            catch (ArgumentException)
            {
                value = null!;
                return false;
            }
        }
    }

    private static bool AnyText(string text, out string value)
    {
        value = text.Trim();
        return true;
    }

    private static ImmutableArray<string> Words(string text) =>
        text.Split(s_listSeparators, StringSplitOptions.RemoveEmptyEntries).Select(word => word.Trim()).Where(word => word.Length > 0).ToImmutableArray();

    private static string SnakeCase<TEnum>(TEnum value)
        where TEnum : struct, Enum =>
        Regex.Replace(value.ToString(), "(?<=[a-z0-9])[A-Z]", match => "_" + match.Value).ToLowerInvariant();
}

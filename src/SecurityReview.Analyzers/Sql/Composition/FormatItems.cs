using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Text;

namespace SecurityReview.Analyzers.Sql.Composition;

/// <summary>Splits a composite format string into text and items.</summary>
internal static class FormatItems
{
    private static readonly Regex s_item = new(@"\G\{(\d{1,4}) *(?:, *(-?\d{1,4}) *)?(?::([^{}]*))?\}", RegexOptions.CultureInvariant);

    /// <summary>The parts in order; null where the format is not well-formed. Doubled braces are one character of text.</summary>
    public static ImmutableArray<FormatItem>? Read(MappedText format)
    {
        var parts = ImmutableArray.CreateBuilder<FormatItem>();
        var text = new System.Text.StringBuilder();
        var offsets = ImmutableArray.CreateBuilder<int>();
        var i = 0;
        while (i < format.Text.Length)
        {
            var current = format.Text[i];
            if (current is not ('{' or '}'))
            {
                Add(current, 1);
                continue;
            }

            if (i + 1 < format.Text.Length && format.Text[i + 1] == current)
            {
                Add(current, 2);
                continue;
            }

            var match = s_item.Match(format.Text, i);
            if (!match.Success)
                return null;
            Finish();
            parts.Add(new FormatItem(
                null,
                Number(match.Groups[1].Value),
                match.Groups[2].Success ? Number(match.Groups[2].Value) : null,
                match.Groups[3].Success ? match.Groups[3].Value : null,
                TextSpan.FromBounds(format.Offsets[i], format.Offsets[i + match.Length])));
            i += match.Length;
        }

        Finish();
        return parts.ToImmutable();

        void Add(char character, int length)
        {
            text.Append(character);
            offsets.Add(format.Offsets[i]);
            i += length;
        }

        void Finish()
        {
            if (text.Length == 0)
                return;
            offsets.Add(format.Offsets[i]);
            parts.Add(new FormatItem(new MappedText(text.ToString(), offsets.ToImmutable()), -1, null, null, default));
            text.Clear();
            offsets.Clear();
        }
    }

    private static int Number(string digits) => int.Parse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
}

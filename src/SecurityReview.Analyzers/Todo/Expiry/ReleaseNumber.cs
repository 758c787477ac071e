using System.Globalization;

namespace SecurityReview.Analyzers.Todo.Expiry;

/// <summary>A version as people and packages write it: numbers of any count, and whether it is only on the way (<c>2.0.0-beta</c>).</summary>
internal sealed class ReleaseNumber : IComparable<ReleaseNumber>
{
    private readonly int[] _parts;
    private readonly bool _isPrerelease;

    private ReleaseNumber(string text, int[] parts, bool isPrerelease)
    {
        Text = text;
        _parts = parts;
        _isPrerelease = isPrerelease;
    }

    /// <summary>As it is written, without what only names the build.</summary>
    public string Text { get; }

    /// <summary>Reads <c>1.2</c>, <c>v1.2.3</c>, <c>2.0.0-beta.1+5f3c</c>; null for anything else.</summary>
    public static ReleaseNumber? Parse(string text)
    {
        var trimmed = text.Trim().TrimStart('v', 'V');
        var build = trimmed.IndexOf('+');
        if (build >= 0)
            trimmed = trimmed.Substring(0, build);
        var dash = trimmed.IndexOf('-');
        var numbers = (dash < 0 ? trimmed : trimmed.Substring(0, dash)).Split('.');
        var parts = new int[numbers.Length];
        for (var i = 0; i < numbers.Length; i++)
        {
            if (!int.TryParse(numbers[i], NumberStyles.None, CultureInfo.InvariantCulture, out parts[i]))
                return null;
        }

        return new ReleaseNumber(trimmed, parts, dash >= 0);
    }

    /// <summary>Missing numbers count as zero, and what is on the way comes before what it leads to.</summary>
    public int CompareTo(ReleaseNumber other)
    {
        for (var i = 0; i < Math.Max(_parts.Length, other._parts.Length); i++)
        {
            var order = PartAt(i).CompareTo(other.PartAt(i));
            if (order != 0)
                return order;
        }

        return other._isPrerelease.CompareTo(_isPrerelease);
    }

    private int PartAt(int index) => index < _parts.Length ? _parts[index] : 0;
}

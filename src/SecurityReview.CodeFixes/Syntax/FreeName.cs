using System.Globalization;

namespace SecurityReview.CodeFixes.Syntax;

/// <summary>Names for what a repair declares.</summary>
internal static class FreeName
{
    /// <summary>The hint, or the hint with the first number that makes a name that is not taken.</summary>
    /// <param name="hint">The name as it should be.</param>
    /// <param name="take">Takes a name; false where it is taken.</param>
    public static string Like(string hint, Func<string, bool> take)
    {
        if (take(hint))
            return hint;
        for (var number = 2; ; number++)
        {
            var name = hint + number.ToString(CultureInfo.InvariantCulture);
            if (take(name))
                return name;
        }
    }
}

using System.Collections.Immutable;
using System.Text;
using SecurityReview.Analyzers.Sql;

namespace SecurityReview.Analyzers.Tests.Sql;

/// <summary>Writes SQL with holes in tests: <c>{}</c> is a hole.</summary>
internal static class TextWithHoles
{
    public static SqlText Parse(string text)
    {
        var result = new StringBuilder();
        var holes = ImmutableArray.CreateBuilder<int>();
        var parts = text.Split("{}");
        for (var i = 0; i < parts.Length; i++)
        {
            if (i > 0)
            {
                holes.Add(result.Length);
                result.Append(SqlText.HoleMark);
            }

            result.Append(parts[i]);
        }

        return new SqlText(result.ToString(), holes.ToImmutable());
    }
}

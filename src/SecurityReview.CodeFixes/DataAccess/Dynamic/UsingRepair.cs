using System.Collections.Immutable;
using SecurityReview.Analyzers.Sql;
using SecurityReview.Analyzers.Sql.Dynamic;

namespace SecurityReview.CodeFixes.DataAccess.Dynamic;

/// <summary>Turns patterns that PL/pgSQL joins with a statement into values of USING: a pattern is text whatever the column is, other values would need its type.</summary>
internal static class UsingRepair
{
    /// <summary>The changes that bind all values; null where one cannot be bound for sure.</summary>
    public static ImmutableArray<SqlEdit>? Plan(string text, SqlDialect dialect)
    {
        if (dialect is not (SqlDialect.Postgresql or SqlDialect.Unknown))
            return null;
        var edits = ImmutableArray.CreateBuilder<SqlEdit>();
        foreach (var place in DynamicSqlReader.Read(SqlText.Constant(text), dialect))
        {
            if (place.IsNested || place.Form != DynamicSqlForm.Execute || EndOf(place) is not { } end
                || JoinedStatement.Read(place.Statement) is not { } statement || !statement.Variables.All(variable => IsText(variable, place.Variables))
                || StatementBinder.BindPatterns(statement) is not { } bound || !bound.Holds(text, dialect))
            {
                return null;
            }

            edits.AddRange(bound.Edits);
            edits.Add(new SqlEdit(end, end, " USING " + string.Join(", ", statement.Variables.Select(static variable => variable.Text))));
        }

        return edits.Count > 0 && DynamicSqlReader.Read(SqlText.Constant(SqlEdit.Apply(text, edits)), dialect).IsEmpty ? edits.ToImmutable() : null;
    }

    private static bool IsText(SqlToken variable, SqlVariables variables) =>
        variable.Kind == SqlTokenKind.Word && variables.Find(variable.Value)?.Type?.ToUpperInvariant() is "TEXT" or "VARCHAR";

    /// <summary>Where USING goes: at the end of the statement, or before the LOOP that it feeds; null where it has one.</summary>
    private static int? EndOf(DynamicSql place)
    {
        for (var i = place.Statement.End; i < place.Tokens.Length; i++)
        {
            if (place.Tokens[i].Is("USING"))
                return null;
            if (place.Tokens[i].IsMark(";") || place.Tokens[i].Is("LOOP"))
                return place.Tokens[i - 1].End;
        }

        return null;
    }
}

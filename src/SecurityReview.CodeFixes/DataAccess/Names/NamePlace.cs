using System.Collections.Immutable;
using SecurityReview.Analyzers.Sql;
using SecurityReview.Analyzers.Sql.Composition;

namespace SecurityReview.CodeFixes.DataAccess.Names;

/// <summary>What a hole in the place of a name or keyword stands for.</summary>
internal enum NamePlace
{
    /// <summary>A table, a part of a name, or anything else that no list is known of.</summary>
    Other,

    /// <summary>A column.</summary>
    Column,

    /// <summary>ASC or DESC.</summary>
    Direction,
}

/// <summary>Tells the places apart.</summary>
internal static class NamePlaces
{
    /// <summary>The place of a hole that stands alone.</summary>
    public static NamePlace Of(SqlHole hole, SqlComposition composition)
    {
        if (hole.Token.Kind != SqlTokenKind.Hole)
            return NamePlace.Other;
        var tokens = SqlTokenizer.Tokenize(composition.Text.Sql, composition.Dialect).Where(token => token.Kind != SqlTokenKind.Comment).ToImmutableArray();
        var index = 0;
        while (index < tokens.Length && tokens[index].Start != hole.Token.Start)
            index++;
        if (index == 0 || index >= tokens.Length)
            return NamePlace.Other;
        var (before, clause) = (tokens[index - 1], ClauseBefore(tokens, index));
        // SELECT t.{x}: the qualifier is written, and a qualified name is no column of the list.
        if (before.IsMark(".") || (index + 1 < tokens.Length && (tokens[index + 1].IsMark(".") || tokens[index + 1].IsMark("("))))
            return NamePlace.Other;
        if (hole.Position == SqlHolePosition.Keyword)
            return clause == "BY" && FollowsAName(before) ? NamePlace.Direction : NamePlace.Other;
        if (hole.Position != SqlHolePosition.Identifier)
            return NamePlace.Other;
        return before.Is("BY") || (before.IsMark(",") && clause == "BY") || before.Is("WHERE") || before.Is("AND") || before.Is("OR") ? NamePlace.Column : NamePlace.Other;
    }

    private static bool FollowsAName(SqlToken before) =>
        before.Kind is SqlTokenKind.QuotedIdentifier or SqlTokenKind.Hole || (before.Kind == SqlTokenKind.Word && !SqlWords.Keywords.Contains(before.Text) && !before.Is("NULLS"));

    private static string ClauseBefore(ImmutableArray<SqlToken> tokens, int index)
    {
        var depth = 0;
        for (var i = index - 1; i >= 0; i--)
        {
            depth -= SqlTokens.Step(tokens[i]);
            if (depth == 0 && tokens[i].Kind == SqlTokenKind.Word && SqlWords.Clauses.Contains(tokens[i].Text))
                return tokens[i].Text.ToUpperInvariant();
        }

        return "";
    }
}

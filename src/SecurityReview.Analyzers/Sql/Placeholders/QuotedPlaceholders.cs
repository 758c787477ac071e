using System.Text.RegularExpressions;

namespace SecurityReview.Analyzers.Sql.Placeholders;

/// <summary>Finds what is written like a placeholder inside the quotes of a token.</summary>
internal sealed class QuotedPlaceholders(SqlText source, SqlDialect dialect, PlaceholderForm form)
{
    // Not within a word, an e-mail address, a time, a path, a cast, a server variable: none of them is a placeholder.
    private static readonly Regex s_named = new(@"(?<![\w@:$./\\\[""])[@:$][A-Za-z_]\w*(?!\w|[@:""\\/\[]|\.\w)", RegexOptions.CultureInvariant);

    private static readonly Regex s_numbered = new(@"\{\d{1,4}\}", RegexOptions.CultureInvariant);

    /// <summary>The places, with the length of each; those that the library replaces come first.</summary>
    public IEnumerable<(int Start, int Length, bool IsReplaced)> In(SqlToken token)
    {
        var start = token.Start + token.Prefix;
        var content = token.Content;
        if (form == PlaceholderForm.Holes)
            return Enumerable.Range(start, content.Length).Where(source.IsHole).Select(static offset => (offset, 1, true));
        if (source.HasHole(token))
            return [];
        var named = s_named.Matches(content).Cast<Match>().Where(match => IsMark(match.Value[0])).Select(match => (start + match.Index, match.Length, false));
        return form == PlaceholderForm.Numbered
            ? s_numbered.Matches(content).Cast<Match>().Select(match => (start + match.Index, match.Length, true)).Concat(named)
            : named;
    }

    private bool IsMark(char mark) => mark switch
    {
        '$' => dialect == SqlDialect.Sqlite,
        ':' => dialect != SqlDialect.Tsql,
        _ => true,
    };

    /// <summary>Whether what is around a placeholder inside the quotes sets it off as a word of its own.</summary>
    public static bool StandsFree(string before, string after) =>
        (before.Length == 0 || IsBreak(before[before.Length - 1])) && (after.Length == 0 || IsBreak(after[0]));

    private static bool IsBreak(char character) => char.IsWhiteSpace(character) || character is '%' or '-' or ',' or ';' or '|' or '(' or ')' or '*' or '!';
}

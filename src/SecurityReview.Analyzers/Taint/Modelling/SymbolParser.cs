using System.Globalization;

namespace SecurityReview.Analyzers.Taint.Modelling;

/// <summary>Reads the symbol column of a row.</summary>
internal static class SymbolParser
{
    private const string ArityMark = "``";

    /// <summary>Reads an id; null if it is none, with the reason.</summary>
    public static ModelSymbol? Parse(string id, out string problem)
    {
        problem = id.Length < 3 || id[1] != ':' || "MPFTAEN".IndexOf(id[0]) < 0
            ? $"'{id}' is no documentation comment id such as M:Namespace.Type.Member"
            : "";
        if (problem.Length > 0)
            return null;
        var open = id.IndexOf('(');
        var name = id.Substring(2, (open < 0 ? id.Length : open) - 2);
        if (open >= 0 && !IsParameterList(id, open))
            problem = $"The parameter list of '{id}' does not end it; an id has no blanks";
        else if (name.IndexOf('*') is var star && star >= 0 && (star + 2 < id.Length - 1 || id[0] is 'T' or 'A'))
            problem = $"The star of '{id}' must be its last character, in place of the rest of a member's name";
        else if (name.Split('.') is var parts && (parts.Any(part => part.Length == 0) || (id[0] is not ('T' or 'A') && parts.Length < 2)))
            problem = $"'{id}' does not name a member of a type, as M:Namespace.Type.Member does";
        return problem.Length > 0 ? null : Read(id, name, open >= 0);
    }

    private static ModelSymbol Read(string id, string name, bool hasParameters)
    {
        var dot = name.LastIndexOf('.');
        if (id[0] is 'T' or 'A')
            return new ModelSymbol(id, name, name.Substring(dot + 1), IsPrefix: false, Arity: null, FullId: null);
        var isPrefix = name[name.Length - 1] == '*';
        var member = name.Substring(dot + 1, name.Length - dot - (isPrefix ? 2 : 1));
        int? arity = null;
        var mark = member.IndexOf(ArityMark, StringComparison.Ordinal);
        if (mark >= 0 && int.TryParse(member.Substring(mark + ArityMark.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            arity = number;
            member = member.Substring(0, mark);
        }

        return new ModelSymbol(id, name.Substring(0, dot), member, isPrefix, arity, hasParameters ? id : null);
    }

    /// <summary>Closed where it ends, or followed by the result of a conversion (<c>~</c>).</summary>
    private static bool IsParameterList(string id, int open)
    {
        var close = id.LastIndexOf(')');
        return close > open && (close == id.Length - 1 || id[close + 1] == '~') && id.Count(c => c == '(') == id.Count(c => c == ')');
    }
}

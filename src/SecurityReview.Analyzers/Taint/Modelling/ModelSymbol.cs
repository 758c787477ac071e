using Microsoft.CodeAnalysis;

namespace SecurityReview.Analyzers.Taint.Modelling;

/// <summary>
/// Names a symbol by its documentation comment id (C# specification, annex D.4): <c>M:Dapper.SqlMapper.Query*</c>. Without a parameter list it
/// names all overloads; a star at the end names all members that start so.
/// </summary>
internal sealed record ModelSymbol(char Prefix, string Type, string Member, bool IsPrefix, string? FullId)
{
    /// <summary>Reads an id; null if it is none.</summary>
    public static ModelSymbol? Parse(string id)
    {
        if (id.Length < 4 || id[1] != ':' || "MPFTA".IndexOf(id[0]) < 0)
            return null;
        if (id[0] is 'T' or 'A')
            return new ModelSymbol(id[0], id.Substring(2), id.Substring(id.LastIndexOf('.') + 1), IsPrefix: false, id);
        var isPrefix = id[id.Length - 1] == '*';
        var parameters = id.IndexOf('(');
        var name = parameters >= 0 ? id.Substring(0, parameters) : isPrefix ? id.Substring(0, id.Length - 1) : id;
        var dot = name.LastIndexOf('.');
        if (dot < 2 || (dot == name.Length - 1 && !isPrefix))
            return null;
        return new ModelSymbol(id[0], name.Substring(2, dot - 2), name.Substring(dot + 1), isPrefix, parameters >= 0 ? id : null);
    }

    /// <summary>Whether a member with this name can be meant; the cheap test before any symbol is looked at.</summary>
    public bool MatchesName(string name) => IsPrefix ? name.StartsWith(Member, StringComparison.Ordinal) : name == Member;

    /// <summary>Whether this member is meant; its base and interface members are the caller's business.</summary>
    public bool Matches(ISymbol member)
    {
        var name = NameOf(member);
        var definition = member.OriginalDefinition;
        return MatchesName(name) && KindOf(definition) == Prefix && IdOf(definition.ContainingType) == Type &&
            (FullId is null || definition.GetDocumentationCommentId() == FullId);
    }

    /// <summary>A member's name as an id writes it.</summary>
    public static string NameOf(ISymbol member) => member is IMethodSymbol { MethodKind: MethodKind.Constructor } ? "#ctor" : member.MetadataName;

    private static char KindOf(ISymbol member) => member.Kind switch
    {
        SymbolKind.Method => 'M',
        SymbolKind.Property => 'P',
        SymbolKind.Field => 'F',
        _ => ' ',
    };

    private static string? IdOf(INamedTypeSymbol? type) => type?.OriginalDefinition.GetDocumentationCommentId()?.Substring(2);
}

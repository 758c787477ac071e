using Microsoft.CodeAnalysis;

namespace SecurityReview.Analyzers.Taint.Modelling;

/// <summary>
/// Names a symbol by its documentation comment id (C# specification, annex D.4): <c>M:Dapper.SqlMapper.Query*</c>. Without a parameter list it
/// names all overloads; a star at the end names all members that start so.
/// </summary>
/// <param name="Id">The id as it is written.</param>
/// <param name="Type">The id of the type that declares the member, without its prefix; for a type (<c>A:</c>, an attribute) its own.</param>
/// <param name="Member">The name of the member; for a type its simple name.</param>
/// <param name="Arity">The number of type parameters of a method, or null where the id does not say.</param>
/// <param name="FullId">The id of one overload; null where all are meant.</param>
internal sealed record ModelSymbol(string Id, string Type, string Member, bool IsPrefix, int? Arity, string? FullId)
{
    /// <summary>M, P, F, T for a type, or A for an attribute.</summary>
    public char Prefix => Id[0];

    /// <summary>Whether a member with this name can be meant; the cheap test before any symbol is looked at.</summary>
    public bool MatchesName(string name) => IsPrefix ? name.StartsWith(Member, StringComparison.Ordinal) : name == Member;

    /// <summary>Whether this member is meant; its base and interface members are the caller's business.</summary>
    public bool Matches(ISymbol member)
    {
        var definition = member.OriginalDefinition;
        return definition.ContainingType is { } type && KindOf(definition) == Prefix && MatchesName(NameOf(definition)) && MatchesType(type) &&
            (Arity is null || definition is IMethodSymbol { Arity: var arity } && arity == Arity) &&
            (FullId is null || definition.GetDocumentationCommentId() == FullId);
    }

    /// <summary>Whether the type of the id is this one. Ids are made anew each time they are asked for, so names are compared first.</summary>
    public bool MatchesType(INamedTypeSymbol type) =>
        Type.EndsWith(type.MetadataName, StringComparison.Ordinal) && type.OriginalDefinition.GetDocumentationCommentId() is { } id &&
        id.Length == Type.Length + 2 && id.EndsWith(Type, StringComparison.Ordinal);

    /// <summary>A member's name as an id writes it: <c>#ctor</c>, and with <c>#</c> for the dots of an explicit implementation.</summary>
    public static string NameOf(ISymbol member)
    {
        var name = member.MetadataName;
        return name.IndexOf('.') < 0 ? name : name.Replace('.', '#').Replace('<', '{').Replace('>', '}').Replace(',', '@');
    }

    private static char KindOf(ISymbol member) => member.Kind switch
    {
        SymbolKind.Method => 'M',
        SymbolKind.Property => 'P',
        SymbolKind.Field => 'F',
        _ => ' ',
    };
}

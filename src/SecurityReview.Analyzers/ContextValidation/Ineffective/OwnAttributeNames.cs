using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.Taint.Names;

namespace SecurityReview.Analyzers.ContextValidation.Ineffective;

/// <summary>The names of attributes that the program derives from those of the framework, from syntax alone: the gate before any binding.</summary>
internal sealed class OwnAttributeNames
{
    private static readonly string[] s_bases = ["AuthorizeAttribute", "IAuthorizeData", "AllowAnonymousAttribute", "IAllowAnonymous"];

    private readonly Lazy<ImmutableHashSet<string>> _names;

    private OwnAttributeNames(KnownTypes types) => _names = new(() => Find(types));

    public static OwnAttributeNames Of(KnownTypes types) => types.Fact(static known => new OwnAttributeNames(known));

    /// <summary>Whether an attribute of a name may be about authorization.</summary>
    public bool MayBe(string name) =>
        name is "Authorize" or "AuthorizeAttribute" or "AllowAnonymous" or "AllowAnonymousAttribute" || _names.Value.Contains(name) || _names.Value.Contains(name + "Attribute");

    private static ImmutableHashSet<string> Find(KnownTypes types)
    {
        var index = new NameIndex(types.Compilation);
        return (from name in s_bases
                from token in index.IdentifiersOf(name, CancellationToken.None)
                let declaration = token.Parent?.FirstAncestorOrSelf<BaseTypeSyntax>()?.Parent?.Parent as TypeDeclarationSyntax
                where declaration is not null
                select declaration.Identifier.ValueText).ToImmutableHashSet(StringComparer.Ordinal);
    }
}

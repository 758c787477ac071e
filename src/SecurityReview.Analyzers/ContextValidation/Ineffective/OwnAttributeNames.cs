using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.Taint.Names;

namespace SecurityReview.Analyzers.ContextValidation.Ineffective;

/// <summary>The names of attributes about authorization, those that the program derives from the framework's by syntax alone: the gate before any binding.</summary>
internal sealed class OwnAttributeNames
{
    private const string Ending = "Attribute";

    private static readonly string[] s_bases = ["AuthorizeAttribute", "IAuthorizeData", "AllowAnonymousAttribute", "IAllowAnonymous"];

    private static readonly string[] s_frameworks = ["Authorize", "AuthorizeAttribute", "AllowAnonymous", "AllowAnonymousAttribute"];

    private readonly Lazy<ImmutableArray<string>> _all;

    private OwnAttributeNames(KnownTypes types) => _all = new(() => s_frameworks.Concat(Find(types).SelectMany(Spellings)).Distinct().ToImmutableArray());

    public static OwnAttributeNames Of(KnownTypes types) => types.Fact(static known => new OwnAttributeNames(known));

    /// <summary>How an attribute may be written that is about authorization: those of the framework and those derived from them, with and without the ending.</summary>
    public ImmutableArray<string> All => _all.Value;

    private static IEnumerable<string> Spellings(string type) =>
        type.EndsWith(Ending, StringComparison.Ordinal) ? [type, type.Substring(0, type.Length - Ending.Length)] : [type];

    private static IEnumerable<string> Find(KnownTypes types)
    {
        var index = NameIndex.Of(types.Compilation);
        return (from name in s_bases
                from token in index.IdentifiersOf(name, CancellationToken.None)
                let declaration = token.Parent?.FirstAncestorOrSelf<BaseTypeSyntax>()?.Parent?.Parent as TypeDeclarationSyntax
                where declaration is not null
                select declaration.Identifier.ValueText).OrderBy(static name => name, StringComparer.Ordinal);
    }
}

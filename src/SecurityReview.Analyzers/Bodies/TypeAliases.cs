using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.Taint.Names;

namespace SecurityReview.Analyzers.Bodies;

/// <summary>The other names that files give to types: <c>using Command = Vendor.SqlCommand;</c>, for one file or for all.</summary>
internal static class TypeAliases
{
    /// <summary>The aliases that hold in a file.</summary>
    public static IEnumerable<string> In(SyntaxTree tree, KnownTypes types, CancellationToken cancellation) =>
        NamesIn(GlobalUsings.Of(tree, cancellation)).Concat(NamesIn(GlobalUsings.In(types, cancellation)));

    private static IEnumerable<string> NamesIn(IEnumerable<UsingDirectiveSyntax> directives) =>
        directives.Where(static @using => @using.Alias is not null).Select(static @using => @using.Alias!.Name.Identifier.ValueText);
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SecurityReview.EndToEnd.Tests.Sample;

/// <summary>The members of a source file, read from its syntax.</summary>
internal sealed class SourceMembers
{
    private readonly SyntaxNode _root;

    public SourceMembers(string text) => _root = CSharpSyntaxTree.ParseText(text).GetRoot();

    /// <summary>All members, as <c>Type.Member</c>.</summary>
    public IEnumerable<string> All => _root.DescendantNodes().OfType<MemberDeclarationSyntax>().Select(NameOf).OfType<string>();

    /// <summary>The member around a place, its comments included; null outside any member.</summary>
    /// <param name="line">Counted from one.</param>
    /// <param name="column">Counted from one.</param>
    public string? At(int line, int column)
    {
        var position = _root.GetText().Lines[line - 1].Start + column - 1;
        return _root.FindToken(position).Parent?.AncestorsAndSelf().OfType<MemberDeclarationSyntax>().Select(NameOf).FirstOrDefault(name => name is not null);
    }

    /// <summary>The source of a member with its comments.</summary>
    public string TextOf(string name) => _root.DescendantNodes().OfType<MemberDeclarationSyntax>().Single(member => NameOf(member) == name).ToFullString();

    private static string? NameOf(MemberDeclarationSyntax member)
    {
        var name = member switch
        {
            MethodDeclarationSyntax method => method.Identifier.Text,
            PropertyDeclarationSyntax property => property.Identifier.Text,
            ConstructorDeclarationSyntax => ".ctor",
            _ => null,
        };
        return name is not null && member.Parent is TypeDeclarationSyntax type ? $"{type.Identifier.Text}.{name}" : null;
    }
}

using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.Taint.Query;

/// <summary>
/// Whether a call <c>service.Find(…)</c> can be one of a method, by the declared type of what it is called on: a name such as Find or GetAsync stands in
/// every second class, and only declarations are looked at, no body is bound.
/// </summary>
internal sealed class NamedReceivers
{
    private readonly Compilation _compilation;
    private readonly ConcurrentDictionary<SyntaxNode, ITypeSymbol?> _types = new();

    private NamedReceivers(KnownTypes types) => _compilation = types.Compilation;

    public static NamedReceivers Of(KnownTypes types) => types.Fact(static key => new NamedReceivers(key));

    /// <summary>Whether the call can be one.</summary>
    /// <param name="name">The name of the called method.</param>
    /// <param name="declarations">The method and those that it overrides or implements.</param>
    public bool MayHave(SimpleNameSyntax name, ImmutableArray<IMethodSymbol> declarations, CancellationToken cancellation)
    {
        if (name.Parent is not MemberAccessExpressionSyntax access || access.Name != name)
            return true;
        if (!_types.TryGetValue(access, out var type))
            type = _types.GetOrAdd(access, TypeOf(access, cancellation));
        return type is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Interface or TypeKind.Struct } named ||
            declarations.Any(declared => declared.IsStatic || declared.ContainingType is not { TypeKind: TypeKind.Class or TypeKind.Interface or TypeKind.Struct } holder ||
                named.IsOrInherits(holder.OriginalDefinition) || holder.IsOrInherits(named.OriginalDefinition));
    }

    /// <summary>The declared type of what a member is accessed on; null where only binding would tell.</summary>
    private ITypeSymbol? TypeOf(MemberAccessExpressionSyntax access, CancellationToken cancellation)
    {
        var receiver = access.Expression switch
        {
            IdentifierNameSyntax variable => variable,
            MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name: IdentifierNameSyntax member } => member,
            _ => null,
        };
        if (receiver is null || DeclarationOf(receiver) is not { } declaration)
            return null;
        return ForeignModels.Of(_compilation, declaration.SyntaxTree).GetDeclaredSymbol(declaration, cancellation) switch
        {
            IParameterSymbol parameter => parameter.Type,
            IFieldSymbol field => field.Type,
            IPropertySymbol property => property.Type,
            _ => null,
        };
    }

    /// <summary>The parameter, field or property of that name around the call; null where it may be something else.</summary>
    private static SyntaxNode? DeclarationOf(IdentifierNameSyntax receiver)
    {
        var name = receiver.Identifier.ValueText;
        var isMember = receiver.Parent is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax };
        foreach (var node in receiver.Ancestors())
        {
            switch (node)
            {
                case AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or QueryExpressionSyntax when !isMember:
                    return null;
                case BaseMethodDeclarationSyntax method when !isMember:
                    if (DeclaresLocal(method, name))
                        return null;
                    if (method.ParameterList.Parameters.FirstOrDefault(parameter => parameter.Identifier.ValueText == name) is { } given)
                        return given;
                    break;
                case BasePropertyDeclarationSyntax property when !isMember && DeclaresLocal(property, name):
                    return null;
                case TypeDeclarationSyntax type:
                    return MemberOf(type, name);
            }
        }

        return null;
    }

    private static SyntaxNode? MemberOf(TypeDeclarationSyntax type, string name)
    {
        foreach (var member in type.Members)
        {
            if (member is PropertyDeclarationSyntax property && property.Identifier.ValueText == name)
                return property;
            if (member is FieldDeclarationSyntax field && field.Declaration.Variables.FirstOrDefault(variable => variable.Identifier.ValueText == name) is { } declared)
                return declared;
        }

        return type.ParameterList?.Parameters.FirstOrDefault(parameter => parameter.Identifier.ValueText == name);
    }

    private static bool DeclaresLocal(SyntaxNode body, string name) => body.DescendantNodes().Any(node => node switch
    {
        VariableDeclaratorSyntax variable => variable.Identifier.ValueText == name,
        SingleVariableDesignationSyntax variable => variable.Identifier.ValueText == name,
        ForEachStatementSyntax loop => loop.Identifier.ValueText == name,
        CatchDeclarationSyntax caught => caught.Identifier.ValueText == name,
        _ => false,
    });
}

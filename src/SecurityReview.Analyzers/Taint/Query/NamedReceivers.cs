using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Names;

namespace SecurityReview.Analyzers.Taint.Query;

/// <summary>
/// Whether a call <c>service.Find(…)</c> can be one of a method, by the declared type of what it is called on: a name such as Find or GetAsync stands in
/// every second class, and only declarations are looked at, no body is bound.
/// </summary>
internal sealed class NamedReceivers
{
    private readonly Compilation _compilation;
    private readonly ConcurrentDictionary<SyntaxNode, (ITypeSymbol? Type, bool IsStatic)> _receivers = new();

    private readonly ConcurrentDictionary<(SyntaxTree Tree, int Position, string Name), INamedTypeSymbol?> _named = new();

    private NamedReceivers(KnownTypes types) => _compilation = types.Compilation;

    public static NamedReceivers Of(KnownTypes types) => types.Fact(static key => new NamedReceivers(key));

    /// <summary>Whether a name can be that of a member.</summary>
    /// <param name="name">The name of the called method, or of the property.</param>
    /// <param name="declaring">The types that declare the member.</param>
    /// <param name="objects">The types on whose objects it is called; empty where that says nothing, as for a static member.</param>
    public bool MayHave(SimpleNameSyntax name, ImmutableArray<INamedTypeSymbol> declaring, ImmutableArray<INamedTypeSymbol> objects, CancellationToken cancellation)
    {
        if (name.Parent is not MemberAccessExpressionSyntax access || access.Name != name)
            return true;
        if (!_receivers.TryGetValue(access, out var receiver))
            receiver = _receivers.GetOrAdd(access, ReceiverOf(access, cancellation));
        if (receiver.Type is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Interface or TypeKind.Struct } type)
            return true;
        var holders = receiver.IsStatic ? declaring : objects;
        return holders.IsEmpty || holders.Any(holder => holder.TypeKind is not (TypeKind.Class or TypeKind.Interface or TypeKind.Struct) ||
            type.IsOrInherits(holder.OriginalDefinition) || holder.IsOrInherits(type.OriginalDefinition));
    }

    /// <summary>What a member is accessed on: a type, or an object by its declared type; null where only binding would tell.</summary>
    private (ITypeSymbol? Type, bool IsStatic) ReceiverOf(MemberAccessExpressionSyntax access, CancellationToken cancellation)
    {
        var receiver = access.Expression switch
        {
            IdentifierNameSyntax variable => variable,
            MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name: IdentifierNameSyntax member } => member,
            _ => null,
        };
        if (receiver is null)
            return default;
        if (DeclarationOf(receiver, cancellation) is not { } declaration)
            return (NamedType(receiver, cancellation), true);
        return (ForeignModels.Of(_compilation, declaration.SyntaxTree).GetDeclaredSymbol(declaration, cancellation) switch
        {
            IParameterSymbol parameter => parameter.Type,
            IFieldSymbol field => field.Type,
            IPropertySymbol property => property.Type,
            _ => null,
        }, false);
    }

    /// <summary>
    /// The type of that name, where it is nothing else there. It is looked up between the members of the type around it: to look it up where it stands
    /// would bind the lambda that it may stand in.
    /// </summary>
    private INamedTypeSymbol? NamedType(IdentifierNameSyntax receiver, CancellationToken cancellation)
    {
        var name = receiver.Identifier.ValueText;
        if (receiver.FirstAncestorOrSelf<MemberDeclarationSyntax>() is not { Parent: TypeDeclarationSyntax { OpenBraceToken: { IsMissing: false, RawKind: not 0 } start } } member || LocalNames.Declares(member, name, cancellation))
            return null;
        return _named.GetOrAdd((receiver.SyntaxTree, start.Span.End, name), key =>
        {
            var named = ForeignModels.Of(_compilation, key.Tree).LookupSymbols(key.Position, name: key.Name);
            return named.Length == 1 ? named[0] as INamedTypeSymbol : null;
        });
    }

    /// <summary>The parameter, field or property of that name around the call; null where it may be something else.</summary>
    private static SyntaxNode? DeclarationOf(IdentifierNameSyntax receiver, CancellationToken cancellation)
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
                    if (LocalNames.DeclaresLocal(method, name, cancellation))
                        return null;
                    if (method.ParameterList.Parameters.FirstOrDefault(parameter => parameter.Identifier.ValueText == name) is { } given)
                        return given;
                    break;
                case BasePropertyDeclarationSyntax property when !isMember && LocalNames.DeclaresLocal(property, name, cancellation):
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
}

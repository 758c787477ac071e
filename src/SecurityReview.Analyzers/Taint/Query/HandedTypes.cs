using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.Taint.Query;

/// <summary>Whether a value can be, by its type, what a method was given or its object keeps: what is asked before a body is solved for it.</summary>
internal sealed class HandedTypes(Compilation compilation)
{
    /// <summary>Whether one of the values can be a parameter of the member, or what its object was made with or keeps to itself, unchanged.</summary>
    public bool MayBe(IReadOnlyCollection<IOperation> values, ISymbol member)
    {
        var given = GivenTo(member).Distinct<ITypeSymbol>(SymbolEqualityComparer.Default).ToList();
        return values.Any(value => value.Type is null || given.Exists(type => IsRelated(type, value.Type)));
    }

    private static IEnumerable<ITypeSymbol> GivenTo(ISymbol member)
    {
        foreach (var parameter in member is IMethodSymbol method ? method.Parameters : ImmutableArray<IParameterSymbol>.Empty)
            yield return parameter.Type;
        if (member.IsStatic)
            yield break;
        foreach (var own in member.ContainingType.SelfAndBaseTypes().Where(static type => !type.DeclaringSyntaxReferences.IsEmpty).SelectMany(static type => type.GetMembers()))
        {
            if (own is IFieldSymbol { IsConst: false } field)
                yield return field.Type;
            else if (own is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor)
            {
                foreach (var parameter in constructor.Parameters)
                {
                    if (parameter.IsPrimary())
                        yield return parameter.Type;
                }
            }
        }
    }

    /// <summary>Whether something of the one type can be of the other without becoming another value.</summary>
    private bool IsRelated(ITypeSymbol given, ITypeSymbol sent)
    {
        if (given.TypeKind == TypeKind.TypeParameter || sent.TypeKind == TypeKind.TypeParameter)
            return true;
        var up = compilation.ClassifyConversion(given, sent);
        var down = compilation.ClassifyConversion(sent, given);
        return up.IsIdentity || up.IsReference && up.IsImplicit || up.IsBoxing || up.IsNullable || up.IsUserDefined || down.IsReference && down.IsImplicit || down.IsBoxing;
    }
}

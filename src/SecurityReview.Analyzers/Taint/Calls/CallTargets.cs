using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Lattice;
using SecurityReview.Analyzers.Taint.Names;

namespace SecurityReview.Analyzers.Taint.Calls;

/// <summary>Which code a call runs: the method itself, or for a virtual or interface member its implementations in the compilation. One per compilation.</summary>
internal sealed class CallTargets
{
    /// <summary>A member with more implementations than this is unknown: following all of them would say nothing of any one call.</summary>
    private const int MaxTargets = 24;

    private readonly Compilation _compilation;
    private readonly NameIndex _names;
    private readonly ConcurrentDictionary<string, ILookup<ISymbol, IMethodSymbol>> _implementations = new(StringComparer.Ordinal);

    private CallTargets(KnownTypes types)
    {
        _compilation = types.Compilation;
        _names = NameIndex.Of(_compilation);
    }

    public static CallTargets Of(KnownTypes types) => types.Fact(static key => new CallTargets(key));

    /// <summary>The functions with code that a call may run, in a fixed order; empty where none is known.</summary>
    /// <param name="method">The member that is named in the call, as constructed there.</param>
    /// <param name="receiver">What it is called on.</param>
    /// <param name="receiverType">The static type of that; null where there is none.</param>
    /// <param name="isVirtual">Whether the call is dispatched at run time.</param>
    public ImmutableArray<IMethodSymbol> Of(IMethodSymbol method, AbstractValue receiver, ITypeSymbol? receiverType, bool isVirtual, CancellationToken cancellation)
    {
        method = method.ReducedFrom ?? method;
        if (!isVirtual || !IsDispatched(method))
            return Single(Implemented(method));
        var types = ExactTypesOf(receiver);
        if (!types.IsEmpty)
            return types.Select(type => Implementation(type, method)).Where(static target => target is not null).Select(static target => target!)
                .Where(FunctionBodies.HasCode).Distinct<IMethodSymbol>(SymbolEqualityComparer.Default).ToImmutableArray();
        if (method.ContainingType.TypeKind != TypeKind.Interface && !method.OriginalDefinition.HasSource())
            return ImmutableArray<IMethodSymbol>.Empty;
        if (IsOfCollections(method.ContainingType) && receiverType?.HasSource() != true)
            return ImmutableArray<IMethodSymbol>.Empty;
        var targets = ImplementationsOf(method, cancellation).Where(target => Fits(target.ContainingType, receiverType ?? method.ContainingType));
        if (FunctionBodies.HasCode(method.OriginalDefinition))
            targets = targets.Prepend(method.OriginalDefinition);
        var all = targets.Distinct<IMethodSymbol>(SymbolEqualityComparer.Default).Take(MaxTargets + 1).ToImmutableArray();
        return all.Length > MaxTargets ? ImmutableArray<IMethodSymbol>.Empty : all;
    }

    /// <summary>
    /// Whether a type is one of the framework's interfaces of collections. Behind it stands a collection of the framework, as a rule, whose elements are followed without
    /// looking into code; the compilation's own, which wrap others and enumerate them, would all call each other.
    /// </summary>
    private static bool IsOfCollections(INamedTypeSymbol type) =>
        type.TypeKind == TypeKind.Interface && !type.HasSource() &&
        (type.ContainingNamespace.IsNamed("System", "Collections", "Generic") || type.ContainingNamespace.IsNamed("System", "Collections"));

    /// <summary>Whether which code runs is decided at run time.</summary>
    public static bool IsDispatched(IMethodSymbol method) =>
        !method.IsStatic ? method.IsVirtual || method.IsAbstract || method.IsOverride || method.ContainingType?.TypeKind == TypeKind.Interface
            : method.IsAbstract || method.IsVirtual;

    /// <summary>The members that a method stands for, itself first: those it overrides or implements.</summary>
    public static IEnumerable<IMethodSymbol> DeclarationsOf(IMethodSymbol method)
    {
        for (var current = method; current is not null; current = current.OverriddenMethod)
        {
            yield return current.OriginalDefinition;
            if (current.PartialDefinitionPart is { } partial)
                yield return partial;
            foreach (var declared in current.ContainingType is { TypeKind: not TypeKind.Interface } type ? InterfaceMembersOf(current, type) : [])
                yield return declared.OriginalDefinition;
        }
    }

    /// <summary>Whether a call of a member on a known object runs another method than the one given.</summary>
    public static bool RunsElsewhere(AbstractValue receiver, IMethodSymbol member, IMethodSymbol method)
    {
        var types = ExactTypesOf(receiver);
        return !types.IsEmpty && types.All(type => !SymbolEqualityComparer.Default.Equals(Implementation(type, member), method.OriginalDefinition));
    }

    private static IEnumerable<IMethodSymbol> InterfaceMembersOf(IMethodSymbol method, INamedTypeSymbol type)
    {
        var name = method.ExplicitInterfaceImplementations.FirstOrDefault()?.Name ?? method.Name;
        return from candidate in type.AllInterfaces
               from declared in candidate.GetMembers(name).OfType<IMethodSymbol>()
               where SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(declared)?.OriginalDefinition, method.OriginalDefinition)
               select declared;
    }

    /// <summary>The part of a partial member that has the code: its parameters are those that the code names.</summary>
    private static IMethodSymbol Implemented(IMethodSymbol method) => method.OriginalDefinition.PartialImplementationPart ?? method;

    private static ImmutableArray<IMethodSymbol> Single(IMethodSymbol method) =>
        FunctionBodies.HasCode(method.OriginalDefinition) ? ImmutableArray.Create(method.OriginalDefinition) : ImmutableArray<IMethodSymbol>.Empty;

    /// <summary>The exact types of all objects that a value may be; empty where one of them is not known.</summary>
    public static ImmutableArray<ITypeSymbol> ExactTypesOf(AbstractValue receiver)
    {
        var types = ImmutableArray.CreateBuilder<ITypeSymbol>();
        foreach (var target in receiver.Objects)
        {
            var type = target switch
            {
                HeapObject.Allocation allocation => allocation.Type,
                HeapObject.Passed passed => passed.Exact,
                _ => null,
            };
            if (type is null)
                return ImmutableArray<ITypeSymbol>.Empty;
            types.Add(type);
        }

        return receiver.IsTainted && receiver.Objects.IsEmpty ? ImmutableArray<ITypeSymbol>.Empty : types.ToImmutable();
    }

    /// <summary>The method that a call of a member runs on an object of an exact type.</summary>
    private static IMethodSymbol? Implementation(ITypeSymbol type, IMethodSymbol member)
    {
        if (member.ContainingType.TypeKind == TypeKind.Interface)
        {
            var declared = type.AllInterfaces.FirstOrDefault(candidate => SymbolEqualityComparer.Default.Equals(candidate, member.ContainingType))
                ?? type.AllInterfaces.FirstOrDefault(candidate => SymbolEqualityComparer.Default.Equals(candidate.OriginalDefinition, member.ContainingType.OriginalDefinition));
            var constructed = declared?.GetMembers(member.Name).OfType<IMethodSymbol>()
                .FirstOrDefault(candidate => SymbolEqualityComparer.Default.Equals(candidate.OriginalDefinition, member.OriginalDefinition));
            return (constructed is null ? null : type.FindImplementationForInterfaceMember(constructed) as IMethodSymbol)?.OriginalDefinition
                ?? (FunctionBodies.HasCode(member.OriginalDefinition) ? member.OriginalDefinition : null);
        }

        foreach (var current in type.SelfAndBaseTypes())
        {
            foreach (var candidate in current.GetMembers(member.Name).OfType<IMethodSymbol>())
            {
                for (var overridden = candidate; overridden is not null; overridden = overridden.OverriddenMethod)
                {
                    if (SymbolEqualityComparer.Default.Equals(overridden.OriginalDefinition, member.OriginalDefinition))
                        return candidate.OriginalDefinition;
                }
            }
        }

        return null;
    }

    private IEnumerable<IMethodSymbol> ImplementationsOf(IMethodSymbol method, CancellationToken cancellation)
    {
        var name = NameInSource(method.OriginalDefinition);
        if (!_implementations.TryGetValue(name, out var known))
            known = _implementations.GetOrAdd(name, ImplementationsNamed(name, cancellation));
        return known[method.OriginalDefinition].Take(MaxTargets + 1);
    }

    /// <summary>
    /// The members of a name, each with those that override or implement it. All of a name at once: every second service has an interface with a GetAsync, and
    /// to look for each among all others would take the square of their number.
    /// </summary>
    private ILookup<ISymbol, IMethodSymbol> ImplementationsNamed(string name, CancellationToken cancellation) =>
        (from declared in DeclaredMethods(name, cancellation)
         where FunctionBodies.HasCode(declared)
         from member in DeclarationsOf(declared).Distinct<IMethodSymbol>(SymbolEqualityComparer.Default)
         where !SymbolEqualityComparer.Default.Equals(declared, member)
         select (member: (ISymbol)member, declared)).ToLookup(static pair => pair.member, static pair => pair.declared, SymbolEqualityComparer.Default);

    /// <summary>The methods and accessors with a name that the compilation declares.</summary>
    public IEnumerable<IMethodSymbol> DeclaredMethods(string name, CancellationToken cancellation)
    {
        foreach (var token in _names.IdentifiersOf(name, cancellation))
        {
            if (token.Parent is not (MethodDeclarationSyntax or PropertyDeclarationSyntax or EventDeclarationSyntax) || NameOf(token.Parent) != token)
                continue;
            switch (ForeignModels.Of(_compilation, token.SyntaxTree!).GetDeclaredSymbol(token.Parent, cancellation))
            {
                case IMethodSymbol method:
                    yield return method;
                    break;
                case IPropertySymbol property:
                    if (property.GetMethod is { } getter)
                        yield return getter;
                    if (property.SetMethod is { } setter)
                        yield return setter;
                    break;
                case IEventSymbol { AddMethod: { } add, RemoveMethod: { } remove }:
                    yield return add;
                    yield return remove;
                    break;
            }
        }
    }

    private static SyntaxToken NameOf(SyntaxNode declaration) => declaration switch
    {
        MethodDeclarationSyntax method => method.Identifier,
        PropertyDeclarationSyntax property => property.Identifier,
        _ => ((EventDeclarationSyntax)declaration).Identifier,
    };

    private static string NameInSource(IMethodSymbol method) => method.AssociatedSymbol?.Name ?? method.Name;

    /// <summary>Whether an object of a type (or of one derived from it) can be where a static type is expected.</summary>
    private static bool Fits(INamedTypeSymbol type, ITypeSymbol expected)
    {
        if (expected is ITypeParameterSymbol parameter)
            return parameter.ConstraintTypes.Length == 0 || parameter.ConstraintTypes.All(constraint => Fits(type, constraint));
        if (expected is not INamedTypeSymbol named || !type.IsOrInherits(named.OriginalDefinition))
            return type.TypeKind == TypeKind.Interface;
        // A handler of other requests: only one that is open, or made for the same arguments.
        return !named.IsGenericType || named.TypeArguments.Any(static argument => argument is ITypeParameterSymbol) || type.IsGenericType ||
            type.SelfAndBaseTypes().Concat(type.AllInterfaces).Any(candidate => SymbolEqualityComparer.Default.Equals(candidate, named));
    }
}

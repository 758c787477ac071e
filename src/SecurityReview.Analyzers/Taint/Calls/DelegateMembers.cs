using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Names;

namespace SecurityReview.Analyzers.Taint.Calls;

/// <summary>
/// The functions that a field or property of a delegate type, or a collection of delegates, can hold: known where everything that the
/// compilation writes to it is a lambda or a method by name. One per compilation; a member is judged when first asked for.
/// </summary>
internal sealed class DelegateMembers
{
    private const int MaxFunctions = 24;

    private readonly Compilation _compilation;
    private readonly NameIndex _names;
    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<IMethodSymbol>> _functions = new(SymbolEqualityComparer.Default);

    private DelegateMembers(KnownTypes types)
    {
        _compilation = types.Compilation;
        _names = new NameIndex(_compilation);
    }

    public static DelegateMembers Of(KnownTypes types) => types.Fact(static key => new DelegateMembers(key));

    /// <summary>The functions in a member; empty where they are not all known.</summary>
    public ImmutableArray<IMethodSymbol> FunctionsIn(ISymbol member, CancellationToken cancellation)
    {
        var definition = member.OriginalDefinition;
        if (definition.DeclaringSyntaxReferences.IsEmpty || definition is not (IFieldSymbol or IPropertySymbol))
            return ImmutableArray<IMethodSymbol>.Empty;
        return _functions.TryGetValue(definition, out var known) ? known : _functions.GetOrAdd(definition, Find(definition, cancellation));
    }

    private ImmutableArray<IMethodSymbol> Find(ISymbol member, CancellationToken cancellation)
    {
        var functions = ImmutableArray.CreateBuilder<IMethodSymbol>();
        foreach (var value in WriteSites.Of(member, _names, _compilation, cancellation))
        {
            if (!Collect(value, functions, cancellation) || functions.Count > MaxFunctions)
                return ImmutableArray<IMethodSymbol>.Empty;
        }

        return functions.ToImmutable();
    }

    /// <summary>Adds the functions of an expression; false where it may hold others.</summary>
    private bool Collect(ExpressionSyntax value, ImmutableArray<IMethodSymbol>.Builder functions, CancellationToken cancellation)
    {
        switch (value)
        {
            case LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NullLiteralExpression }:
                return true;
            case AnonymousFunctionExpressionSyntax or SimpleNameSyntax or MemberAccessExpressionSyntax:
                if (ForeignModels.Of(_compilation, value.SyntaxTree).GetSymbolInfo(value, cancellation).Symbol is not IMethodSymbol method)
                    return false;
                functions.Add(method);
                return true;
            case BaseObjectCreationExpressionSyntax { Initializer: { } initializer }:
                return initializer.Expressions.All(element => Collect(element, functions, cancellation));
            case ArrayCreationExpressionSyntax { Initializer: { } elements }:
                return elements.Expressions.All(element => Collect(element, functions, cancellation));
            case ImplicitArrayCreationExpressionSyntax array:
                return array.Initializer.Expressions.All(element => Collect(element, functions, cancellation));
            case CollectionExpressionSyntax collection:
                return collection.Elements.All(element => element is ExpressionElementSyntax { Expression: { } item } && Collect(item, functions, cancellation));
            // The entries of a dictionary: [key] = function, { key, function }.
            case AssignmentExpressionSyntax { Left: ImplicitElementAccessSyntax, Right: { } entry }:
                return Collect(entry, functions, cancellation);
            case InitializerExpressionSyntax { Expressions: { Count: 2 } pair }:
                return Collect(pair[1], functions, cancellation);
            default:
                return false;
        }
    }
}

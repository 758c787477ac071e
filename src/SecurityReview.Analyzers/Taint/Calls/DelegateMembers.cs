using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Names;
using SecurityReview.Analyzers.Taint.State;

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
    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<Held>> _functions = new(SymbolEqualityComparer.Default);

    private DelegateMembers(KnownTypes types)
    {
        _compilation = types.Compilation;
        _names = NameIndex.Of(_compilation);
    }

    public static DelegateMembers Of(KnownTypes types) => types.Fact(static key => new DelegateMembers(key));

    /// <summary>The functions in a member; empty where they are not all known.</summary>
    /// <param name="key">The slot of the element that is asked for; null or <see cref="HeapSlot.AnyElement"/> for all.</param>
    public ImmutableArray<IMethodSymbol> FunctionsIn(ISymbol member, string? key, CancellationToken cancellation)
    {
        var definition = member.OriginalDefinition;
        if (!definition.HasSource() || definition is not (IFieldSymbol or IPropertySymbol))
            return ImmutableArray<IMethodSymbol>.Empty;
        var all = _functions.TryGetValue(definition, out var known) ? known : _functions.GetOrAdd(definition, Find(definition, cancellation));
        return all.Where(held => key is null or HeapSlot.AnyElement || held.Slot is null || held.Slot == key).Select(static held => held.Function).ToImmutableArray();
    }

    private ImmutableArray<Held> Find(ISymbol member, CancellationToken cancellation)
    {
        var functions = ImmutableArray.CreateBuilder<Held>();
        foreach (var value in WriteSites.Of(member, _names, _compilation, cancellation))
        {
            if (!Collect(value, null, functions, cancellation) || functions.Count > MaxFunctions)
                return ImmutableArray<Held>.Empty;
        }

        return functions.Count > 0 && _names.IdentifiersOf(member.Name, cancellation).All(name => CollectAdded(name, functions, cancellation)) ? functions.ToImmutable() : ImmutableArray<Held>.Empty;
    }

    /// <summary>Adds what is put into the collection where it is named; false where that may be anything.</summary>
    private bool CollectAdded(SyntaxToken name, ImmutableArray<Held>.Builder functions, CancellationToken cancellation)
    {
        if (name.Parent is not SimpleNameSyntax simple)
            return true;
        SyntaxNode collection = simple.Parent is MemberAccessExpressionSyntax access && access.Name == simple ? access : simple;
        return collection.Parent switch
        {
            ElementAccessExpressionSyntax { Parent: AssignmentExpressionSyntax assignment } element when assignment.Left == element =>
                Collect(assignment.Right, SlotOf(element.ArgumentList.Arguments.FirstOrDefault()?.Expression, cancellation), functions, cancellation),
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Add" or "TryAdd" or "Push" or "Enqueue" or "AddLast" or "AddFirst", Parent: InvocationExpressionSyntax call } =>
                call.ArgumentList.Arguments is { Count: > 0 } arguments &&
                    Collect(arguments[arguments.Count - 1].Expression, arguments.Count > 1 ? SlotOf(arguments[0].Expression, cancellation) : null, functions, cancellation),
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: "AddRange" or "AddOrUpdate" or "GetOrAdd" or "Insert" or "InsertRange" or "RemoveAt" or "Reverse" or "Sort" } => false,
            _ => functions.Count <= MaxFunctions,
        };
    }

    /// <summary>The slot of a constant key; null for another.</summary>
    private string? SlotOf(ExpressionSyntax? key, CancellationToken cancellation) =>
        key is not null && ForeignModels.Of(_compilation, key.SyntaxTree).GetConstantValue(key, cancellation) is { HasValue: true, Value: { } constant } ? HeapSlot.Element(constant) : null;

    /// <summary>Adds the functions of an expression; false where it may hold others.</summary>
    private bool Collect(ExpressionSyntax value, string? slot, ImmutableArray<Held>.Builder functions, CancellationToken cancellation)
    {
        switch (value)
        {
            case LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NullLiteralExpression }:
                return true;
            case AnonymousFunctionExpressionSyntax or SimpleNameSyntax or MemberAccessExpressionSyntax:
                if (ForeignModels.Of(_compilation, value.SyntaxTree).GetSymbolInfo(value, cancellation).Symbol is not IMethodSymbol method)
                    return false;
                functions.Add(new Held(slot, method));
                return true;
            case BaseObjectCreationExpressionSyntax { Initializer: { } initializer }:
                return CollectAll(initializer.Expressions, functions, cancellation);
            case BaseObjectCreationExpressionSyntax { ArgumentList: null or { Arguments.Count: 0 } }:
                return true;
            case ArrayCreationExpressionSyntax { Initializer: { } elements }:
                return CollectAll(elements.Expressions, functions, cancellation);
            case ImplicitArrayCreationExpressionSyntax array:
                return CollectAll(array.Initializer.Expressions, functions, cancellation);
            case CollectionExpressionSyntax collection:
                return collection.Elements.All(static element => element is ExpressionElementSyntax) &&
                    CollectAll(collection.Elements.Cast<ExpressionElementSyntax>().Select(static element => element.Expression), functions, cancellation);
            // The entries of a dictionary: [key] = function, { key, function }.
            case AssignmentExpressionSyntax { Left: ImplicitElementAccessSyntax key, Right: { } entry }:
                return Collect(entry, SlotOf(key.ArgumentList.Arguments.FirstOrDefault()?.Expression, cancellation), functions, cancellation);
            case InitializerExpressionSyntax { Expressions: { Count: 2 } pair }:
                return Collect(pair[1], SlotOf(pair[0], cancellation), functions, cancellation);
            // The same collection, so that nobody changes it.
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: { } made, Name.Identifier.ValueText: "ToFrozenDictionary" or "ToImmutableDictionary" or "ToImmutableArray" or "ToImmutableList" or "AsReadOnly" }, ArgumentList.Arguments: var arguments }
                when arguments.All(static argument => argument.Expression is not AnonymousFunctionExpressionSyntax):
                return Collect(made, slot, functions, cancellation);
            default:
                return false;
        }
    }

    private bool CollectAll(IEnumerable<ExpressionSyntax> elements, ImmutableArray<Held>.Builder functions, CancellationToken cancellation) =>
        elements.Select((element, position) => Collect(element, HeapSlot.Element(position), functions, cancellation)).All(static isKnown => isKnown);

    /// <summary>A function and the slot of its constant key or place; null for any.</summary>
    private readonly record struct Held(string? Slot, IMethodSymbol Function);
}

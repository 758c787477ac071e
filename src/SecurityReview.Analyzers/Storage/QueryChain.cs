using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.Storage;

/// <summary>A query as it is written: the entity, what it starts from, and the calls on it.</summary>
/// <param name="Entity">The type of the rows that it starts with.</param>
/// <param name="Root">The set, or the member or call that gives the query.</param>
/// <param name="Steps">The calls, the last one first.</param>
internal sealed record QueryChain(ITypeSymbol Entity, IOperation Root, ImmutableArray<IInvocationOperation> Steps)
{
    private const string Query = "IQueryable";

    private static readonly HashSet<string> s_conditions = new(StringComparer.Ordinal)
    {
        "Where", "First", "FirstOrDefault", "Single", "SingleOrDefault", "Last", "LastOrDefault",
        "FirstAsync", "FirstOrDefaultAsync", "SingleAsync", "SingleOrDefaultAsync", "LastAsync", "LastOrDefaultAsync",
    };

    /// <summary>The query that a call ends; null where it does not end one.</summary>
    public static QueryChain? Of(IInvocationOperation call)
    {
        var steps = ImmutableArray.CreateBuilder<IInvocationOperation>();
        for (IOperation current = call; ;)
        {
            if (current is not IInvocationOperation { TargetMethod.IsExtensionMethod: true } step || step.Receiver() is not { } receiver)
                return steps.Count > 0 && RowOf(current.Type) is { } entity ? new QueryChain(entity, current, steps.ToImmutable()) : null;
            steps.Add(step);
            current = QueryConditions.Source(receiver);
        }
    }

    /// <summary>The members of the entity that must equal a value, with what each is compared to.</summary>
    public IReadOnlyDictionary<string, IOperation> Equalities()
    {
        var members = new Dictionary<string, IOperation>(StringComparer.Ordinal);
        foreach (var step in Steps)
        {
            // Behind a projection the conditions are about something else.
            if (s_conditions.Contains(step.TargetMethod.Name) && SymbolEqualityComparer.Default.Equals(RowOf(step.Receiver()?.Type), Entity))
                QueryConditions.AddEqualities(step, members);
        }

        return members;
    }

    private static ITypeSymbol? RowOf(ITypeSymbol? type) =>
        type?.SelfAndInterfaces().OfType<INamedTypeSymbol>().FirstOrDefault(static item => item is { Name: Query, Arity: 1 })?.TypeArguments[0];
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.ContextValidation.Ownership;
using SecurityReview.Analyzers.Flow;
using SecurityReview.Analyzers.Storage;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.DeleteRace;

/// <summary>
/// Recognises queries that are a set with nothing that leaves rows out, and lists of what they give. What an own method does is read in its code; one whose code
/// is not there to be read counts as a condition, and a query that comes from elsewhere may have one.
/// </summary>
internal sealed class WholeQueries(KnownTypes types)
{
    private const int MaximumDepth = 3;

    /// <summary>Methods that fetch the rows of a query, all of them.</summary>
    private static readonly HashSet<string> s_lists = new(StringComparer.Ordinal)
    {
        "ToList", "ToListAsync", "ToArray", "ToArrayAsync", "ToHashSet", "ToHashSetAsync", "AsEnumerable", "AsAsyncEnumerable",
    };

    private readonly TrackedStores _stores = TrackedStores.Of(types);
    private readonly INamedTypeSymbol? _table = types["LinqToDB.ITable`1"];
    private readonly INamedTypeSymbol? _query = types["System.Linq.IQueryable"];
    private readonly CalledCode _code = new(types);

    /// <summary>Whether a query gives all rows of a set, or a list holds what such a query gives.</summary>
    public bool Contains(IOperation query, CancellationToken cancellation) => GivesAll(query, null, cancellation);

    /// <param name="code">The own code that the query stands in; null for that of the delete itself.</param>
    private bool GivesAll(IOperation query, OwnCode? code, CancellationToken cancellation)
    {
        var source = QueryConditions.Source(query);
        // A condition makes a query of a set, so what has the type of a set has none.
        if (_stores.IsStore(source.Type) || source.Type.IsOrInherits(_table))
            return true;
        return source switch
        {
            IAwaitOperation awaited => GivesAll(awaited.Operation, code, cancellation),
            IInvocationOperation call when KeepsAll(call.TargetMethod) && call.Receiver() is { } receiver => GivesAll(receiver, code, cancellation),
            IInvocationOperation call => CodeOf(call.TargetMethod, call, code, cancellation) is { Count: > 0 } called && called.All(own => ReturnsAll(own, cancellation)),
            IPropertyReferenceOperation { Property.GetMethod: { } getter } => CodeOf(getter, source, code, cancellation) is { Count: > 0 } called
                ? called.All(own => ReturnsAll(own, cancellation))
                : source.Type.IsOrInherits(_query),
            IFieldReferenceOperation => source.Type.IsOrInherits(_query),
            IParameterReferenceOperation parameter => code?.ArgumentFor(parameter) is { } argument && GivesAll(argument, code.Around, cancellation),
            _ => false,
        };
    }

    private static bool KeepsAll(IMethodSymbol method) => QueryConditions.IsNeutral(method) || s_lists.Contains(method.Name);

    private List<OwnCode> CodeOf(IMethodSymbol function, IOperation use, OwnCode? around, CancellationToken cancellation) =>
        (from target in _code.TargetsOf(function, cancellation)
         let body = _code.BodyOf(target, cancellation)
         where body is not null
         select new OwnCode(use, target, body, around)).ToList();

    private bool ReturnsAll(OwnCode code, CancellationToken cancellation)
    {
        if (code.Depth > MaximumDepth)
            return false;
        var returned = FunctionBody.Operations(code.Body).OfType<IReturnOperation>().Select(static @return => @return.ReturnedValue).OfType<IOperation>().ToList();
        return returned.Count > 0 && returned.All(value => GivesAll(value, code, cancellation));
    }

    /// <summary>The code of a method or property that gives a query.</summary>
    /// <param name="Use">The call, or the reference to the property.</param>
    /// <param name="Function">The method that it may run, or the getter.</param>
    /// <param name="Body">Its code.</param>
    /// <param name="Around">The code that the use stands in; null for that of the delete itself.</param>
    private sealed record OwnCode(IOperation Use, IMethodSymbol Function, IOperation Body, OwnCode? Around)
    {
        public int Depth { get; } = (Around?.Depth ?? 0) + 1;

        /// <summary>What the call hands over for a parameter; null where the code writes the parameter: as a rule it adds a condition.</summary>
        public IOperation? ArgumentFor(IParameterReferenceOperation reference)
        {
            var parameter = reference.Parameter;
            return Use is IInvocationOperation call && SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, Function) && !IsWritten(parameter)
                ? call.ArgumentFor(parameter.Ordinal)?.Value
                : null;
        }

        private bool IsWritten(IParameterSymbol parameter) => Body.DescendantsAndSelf().OfType<IParameterReferenceOperation>()
            .Any(reference => SymbolEqualityComparer.Default.Equals(reference.Parameter, parameter) && reference.IsWritten());
    }
}

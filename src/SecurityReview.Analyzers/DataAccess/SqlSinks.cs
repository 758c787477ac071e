using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Taint.Modelling;
using SecurityReview.Analyzers.Taint.Query;

namespace SecurityReview.Analyzers.DataAccess;

/// <summary>Finds the SQL text that an operation hands to the database, by the <c>sql sink</c> rows of the models.</summary>
internal sealed class SqlSinks(TaintEngine engine)
{
    private const string Kind = SinkKindNames.Sql;
    private readonly ModelSet _models = engine.Models;

    /// <summary>The expressions that become SQL, those that are constant left out.</summary>
    public IEnumerable<IOperation> TextsOf(IOperation operation) => operation switch
    {
        IInvocationOperation invocation => FromArguments(invocation.TargetMethod.ReducedFrom ?? invocation.TargetMethod, invocation.Arguments),
        IObjectCreationOperation { Constructor: { } constructor } creation => FromArguments(constructor, creation.Arguments),
        IAssignmentOperation { Target: IPropertyReferenceOperation property } assignment => FromAssignment(property.Property, assignment.Value),
        _ => [],
    };

    private IEnumerable<IOperation> FromArguments(IMethodSymbol method, IEnumerable<IArgumentOperation> arguments)
    {
        if (!_models.MayMatch(ModelSymbol.NameOf(method), ModelRole.Sink, Kind))
            return [];
        var candidates = arguments.Where(argument => argument.Parameter is not null && !argument.Value.ConstantValue.HasValue).ToList();
        if (candidates.Count == 0)
            return [];
        var places = _models.RowsOf(method).Where(row => row.Role == ModelRole.Sink && row.Kind == Kind).SelectMany(row => row.Places).ToList();
        return candidates.Where(argument => places.Any(place => place.Names(argument.Parameter!))).Select(argument => argument.Value);
    }

    private IEnumerable<IOperation> FromAssignment(IPropertySymbol property, IOperation value)
    {
        if (value.ConstantValue.HasValue || !_models.MayMatch(property.Name, ModelRole.Sink, Kind))
            return [];
        return _models.RowsOf(property).Any(row => row.Role == ModelRole.Sink && row.Kind == Kind) ? [value] : [];
    }
}

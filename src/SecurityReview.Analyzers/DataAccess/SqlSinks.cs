using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Taint.Modelling;
using SecurityReview.Analyzers.Taint.Query;

namespace SecurityReview.Analyzers.DataAccess;

/// <summary>Finds the SQL text that an operation hands to the database, by the <c>sql sink</c> rows of the models.</summary>
internal sealed class SqlSinks(TaintEngine engine, KnownTypes types) : ISinkFinder
{
    private readonly ModelSet _models = engine.Models;

    /// <inheritdoc/>
    public string Kind => SinkKindNames.Sql;

    /// <inheritdoc/>
    public IEnumerable<(string Name, string? Holder)> Names => _models.NamesOf(ModelRole.Sink, Kind, types);

    /// <summary>The expressions that become SQL, also by way of an own method that hands them on; those that are constant left out.</summary>
    public IEnumerable<IOperation> TextsOf(IOperation operation, CancellationToken cancellation) => operation switch
    {
        IInvocationOperation invocation => ValuesIn(operation).Concat(engine.HandedOn(this, invocation.TargetMethod, invocation.Arguments, cancellation)),
        IObjectCreationOperation { Constructor: { } constructor } creation => ValuesIn(operation).Concat(engine.HandedOn(this, constructor, creation.Arguments, cancellation)),
        _ => ValuesIn(operation),
    };

    /// <summary>The same with the constant ones: there is no flow into them, but something may be wrong with the text itself.</summary>
    public IEnumerable<IOperation> AllTextsOf(IOperation operation, CancellationToken cancellation) => operation switch
    {
        IInvocationOperation invocation => FromArguments(invocation.TargetMethod.ReducedFrom ?? invocation.TargetMethod, invocation.Arguments, withConstants: true)
            .Concat(engine.HandedOn(this, invocation.TargetMethod, invocation.Arguments, cancellation, withConstants: true)),
        IObjectCreationOperation { Constructor: { } constructor } creation => FromArguments(constructor, creation.Arguments, withConstants: true)
            .Concat(engine.HandedOn(this, constructor, creation.Arguments, cancellation, withConstants: true)),
        IAssignmentOperation { Target: IPropertyReferenceOperation property } assignment => FromAssignment(property.Property, assignment.Value, withConstants: true),
        _ => [],
    };

    /// <inheritdoc/>
    public bool MayStandIn(SyntaxNode body) => true;

    /// <inheritdoc/>
    public IEnumerable<IOperation> ValuesIn(IOperation operation) => operation switch
    {
        IInvocationOperation invocation => FromArguments(invocation.TargetMethod.ReducedFrom ?? invocation.TargetMethod, invocation.Arguments),
        IObjectCreationOperation { Constructor: { } constructor } creation => FromArguments(constructor, creation.Arguments),
        IAssignmentOperation { Target: IPropertyReferenceOperation property } assignment => FromAssignment(property.Property, assignment.Value),
        _ => [],
    };

    private IEnumerable<IOperation> FromArguments(IMethodSymbol method, IEnumerable<IArgumentOperation> arguments, bool withConstants = false)
    {
        if (!_models.MayMatch(ModelSymbol.NameOf(method), ModelRole.Sink, Kind))
            return [];
        var candidates = arguments.Where(argument => argument.Parameter is not null && (withConstants || !argument.Value.ConstantValue.HasValue)).ToList();
        if (candidates.Count == 0)
            return [];
        var places = _models.RowsOf(method).Where(row => row.Role == ModelRole.Sink && row.Kind == Kind).SelectMany(row => row.Places).ToList();
        return candidates.Where(argument => places.Any(place => place.Names(argument.Parameter!))).Select(argument => argument.Value);
    }

    private IEnumerable<IOperation> FromAssignment(IPropertySymbol property, IOperation value, bool withConstants = false)
    {
        if ((!withConstants && value.ConstantValue.HasValue) || !_models.MayMatch(property.Name, ModelRole.Sink, Kind))
            return [];
        return _models.RowsOf(property).Any(row => row.Role == ModelRole.Sink && row.Kind == Kind) ? [value] : [];
    }
}

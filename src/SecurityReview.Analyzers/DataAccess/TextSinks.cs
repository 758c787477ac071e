using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Bodies;
using SecurityReview.Analyzers.Taint.Modelling;
using SecurityReview.Analyzers.Taint.Query;

namespace SecurityReview.Analyzers.DataAccess;

/// <summary>Finds the text that an operation hands to a database, by the <c>sink</c> rows of the models.</summary>
/// <param name="engine">Knows the models, and the methods that hand a text on.</param>
/// <param name="types">The types of the compilation.</param>
/// <param name="kind">The kind of the rows: the language of the text.</param>
internal sealed class TextSinks(TaintEngine engine, KnownTypes types, string kind) : ISinkFinder
{
    /// <summary>The operations by which a text is handed over.</summary>
    public static readonly OperationKind[] Operations =
    [
        OperationKind.Invocation, OperationKind.ObjectCreation, OperationKind.SimpleAssignment, OperationKind.CompoundAssignment,
        OperationKind.CoalesceAssignment,
    ];

    private readonly ModelSet _models = engine.Models;

    /// <summary>Whether what a token names may be given a text: the operators of LINQ have the names of query methods, and are given functions.</summary>
    public static bool MayTakeText(SyntaxToken name) => name.Call() is not { } call || !call.IsGivenFunctions();

    /// <inheritdoc/>
    public string Kind => kind;

    /// <inheritdoc/>
    public IEnumerable<MemberName> NamesIn(CancellationToken cancellation) => _models.NamesOf(ModelRole.Sink, Kind, types, cancellation);

    /// <summary>The expressions that become such text, also by way of an own method that hands them on; those that are constant left out.</summary>
    public IEnumerable<IOperation> TextsOf(IOperation operation, CancellationToken cancellation) => operation switch
    {
        IInvocationOperation invocation => ValuesIn(operation).Concat(engine.HandedOn(this, invocation.TargetMethod, invocation.Arguments, cancellation)),
        IObjectCreationOperation { Constructor: { } constructor } creation => ValuesIn(operation).Concat(engine.HandedOn(this, constructor, creation.Arguments, cancellation)),
        _ => ValuesIn(operation),
    };

    /// <summary>The same with those that are constant.</summary>
    public IEnumerable<IOperation> AllTextsOf(IOperation operation, CancellationToken cancellation) => operation switch
    {
        IInvocationOperation invocation => ValuesIn(operation, withConstants: true).Concat(engine.HandedOn(this, invocation.TargetMethod, invocation.Arguments, cancellation, withConstants: true)),
        IObjectCreationOperation { Constructor: { } constructor } creation =>
            ValuesIn(operation, withConstants: true).Concat(engine.HandedOn(this, constructor, creation.Arguments, cancellation, withConstants: true)),
        _ => ValuesIn(operation, withConstants: true),
    };

    /// <inheritdoc/>
    public bool MayStandIn(SyntaxNode body) => true;

    /// <inheritdoc/>
    public IEnumerable<IOperation> ValuesIn(IOperation operation) => ValuesIn(operation, withConstants: false);

    private IEnumerable<IOperation> ValuesIn(IOperation operation, bool withConstants) => operation switch
    {
        IInvocationOperation invocation => FromArguments(invocation.TargetMethod.ReducedFrom ?? invocation.TargetMethod, invocation.Arguments, withConstants),
        IObjectCreationOperation { Constructor: { } constructor } creation => FromArguments(constructor, creation.Arguments, withConstants),
        IAssignmentOperation { Target: IPropertyReferenceOperation property } assignment => FromAssignment(property.Property, assignment.Value, withConstants),
        _ => [],
    };

    private IEnumerable<IOperation> FromArguments(IMethodSymbol method, IEnumerable<IArgumentOperation> arguments, bool withConstants)
    {
        if (!_models.MayMatch(ModelSymbol.NameOf(method), ModelRole.Sink, Kind))
            return [];
        var candidates = arguments.Where(argument => argument.Parameter is not null && (withConstants || !argument.Value.ConstantValue.HasValue)).ToList();
        if (candidates.Count == 0)
            return [];
        var places = _models.RowsOf(method).Where(row => row.Role == ModelRole.Sink && row.Kind == Kind).SelectMany(row => row.Places).ToList();
        return candidates.Where(argument => places.Any(place => place.Names(argument.Parameter!)) && !IsBuilder(argument.Parameter!.Type)).Select(argument => argument.Value);
    }

    /// <summary>Whether what is handed on was made of a text: this was a sink there, and is judged there.</summary>
    private bool IsBuilder(ITypeSymbol type) =>
        type is INamedTypeSymbol { SpecialType: SpecialType.None } named && _models.MayMatch("#ctor", ModelRole.Sink, Kind) &&
        named.InstanceConstructors.Any(constructor => _models.RowsOf(constructor).Any(row => row.Role == ModelRole.Sink && row.Kind == Kind));

    private IEnumerable<IOperation> FromAssignment(IPropertySymbol property, IOperation value, bool withConstants)
    {
        if ((value.ConstantValue.HasValue && !withConstants) || !_models.MayMatch(property.Name, ModelRole.Sink, Kind))
            return [];
        return _models.RowsOf(property).Any(row => row.Role == ModelRole.Sink && row.Kind == Kind) ? [value] : [];
    }
}

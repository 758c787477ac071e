using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Bodies;
using SecurityReview.Analyzers.Endpoints;
using SecurityReview.Analyzers.Flow;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Modelling;
using SecurityReview.Analyzers.Taint.Names;
using SecurityReview.Analyzers.Taint.Query;

namespace SecurityReview.Analyzers.ExceptionHandling.Responses;

/// <summary>
/// Finds the values that an operation sends to a client: by the <c>response sink</c> rows of the models, and where the framework leaves no
/// member to name (what endpoints return, the stream of a response, bags and dictionaries that a view or a problem shows).
/// </summary>
internal sealed class ResponseSinks(TaintEngine engine, KnownTypes types) : ISinkFinder
{
    /// <summary>Words for what no row names.</summary>
    private static readonly ImmutableArray<string> s_further = ResponseStreams.Names.Concat(ResponseBags.Names).Append(TypedHubClients.Name).ToImmutableArray();

    private readonly ModelSet _models = engine.Models;
    private readonly ResponseStreams _streams = new(types);
    private readonly ResponseBags _bags = new(types);
    private readonly EntryPoints _entryPoints = EntryPoints.Of(types);

    /// <inheritdoc/>
    public string Kind => SinkKindNames.Response;

    /// <summary>The words without one of which nothing is a sink but what an endpoint returns.</summary>
    public BodyWords Words => BodyWords
        .FoundBy(types, cancellation => NamesIn(cancellation).Select(static sink => sink.Word).Concat(s_further.Select(static name => SoughtWord.Of(name))))
        .OrConstructions(types).OrElementAssignments();

    /// <inheritdoc/>
    public IEnumerable<MemberName> NamesIn(CancellationToken cancellation) => _models.NamesOf(ModelRole.Sink, Kind, types, cancellation);

    /// <summary>The values, also by way of an own method that hands them on; those left out that are constant or a sink of their own.</summary>
    public IEnumerable<IOperation> ValuesOf(IOperation operation, ISymbol containingSymbol) =>
        Candidates(operation, containingSymbol).Where(value => !value.ConstantValue.HasValue && !IsJudgedByItsMembers(value.Unwrap().Type));

    /// <summary>Whether an operation calls something of this compilation that may hand on what it is given.</summary>
    public static bool MayHandOn(IOperation operation) => operation switch
    {
        IInvocationOperation invocation => WrapperSet.MayContain(invocation.TargetMethod),
        IObjectCreationOperation { Constructor: { } constructor } => WrapperSet.MayContain(constructor),
        _ => false,
    };

    /// <summary>The values that become a sink by way of an own method: looked for only where there may be an exception.</summary>
    public IEnumerable<IOperation> HandedOn(IOperation operation, CancellationToken cancellation) => operation switch
    {
        IInvocationOperation invocation => engine.HandedOn(this, invocation.TargetMethod, invocation.Arguments, cancellation),
        IObjectCreationOperation { Constructor: { } constructor } creation => engine.HandedOn(this, constructor, creation.Arguments, cancellation),
        _ => [],
    };

    /// <inheritdoc/>
    public IEnumerable<IOperation> ValuesIn(IOperation operation) => operation switch
    {
        IInvocationOperation invocation => FromArguments(invocation.TargetMethod.ReducedFrom ?? invocation.TargetMethod, invocation.Arguments),
        IObjectCreationOperation { Constructor: { } constructor } creation => FromArguments(constructor, creation.Arguments),
        IAssignmentOperation assignment => FromAssignment(assignment),
        _ => [],
    };

    /// <inheritdoc/>
    public bool MayStandIn(SyntaxNode body) => body is BaseMethodDeclarationSyntax { ParameterList.Parameters.Count: > 0, AttributeLists.Count: 0 };

    /// <summary>Whether an operation belongs to a function that a remote caller does not reach and that is given something: a helper, where the exception is its caller's.</summary>
    public bool IsInHelper(IOperation operation, ISymbol containingSymbol) =>
        FunctionBody.SymbolOf(operation, containingSymbol) is IMethodSymbol { Parameters.IsEmpty: false, MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction } function &&
        function.Parameters.Any(static parameter => !parameter.Type.IsValueType) && _entryPoints.KindOf(function) is null;

    private IEnumerable<IOperation> Candidates(IOperation operation, ISymbol containingSymbol) => operation switch
    {
        IInvocationOperation invocation => FromArguments(invocation.TargetMethod.ReducedFrom ?? invocation.TargetMethod, invocation.Arguments)
            .Concat(_streams.WrittenBy(invocation)).Concat(_bags.AddedBy(invocation)).Concat(TypedHubClients.SentBy(invocation)),
        IObjectCreationOperation { Constructor: { } constructor } creation => FromArguments(constructor, creation.Arguments),
        IAssignmentOperation assignment => FromAssignment(assignment),
        IReturnOperation { ReturnedValue: { } value } @return => FromEndpoint(@return, value, containingSymbol),
        _ => [],
    };

    private IEnumerable<IOperation> FromArguments(IMethodSymbol method, IEnumerable<IArgumentOperation> arguments)
    {
        if (!_models.MayMatch(ModelSymbol.NameOf(method), ModelRole.Sink, Kind) || IsRenderedByTheClient(method))
            return [];
        var places = _models.RowsOf(method).Where(row => row.Role == ModelRole.Sink && row.Kind == Kind).SelectMany(row => row.Places).ToList();
        return places.Count == 0
            ? []
            : arguments
                .Where(argument => argument.Parameter is { } parameter && argument.ArgumentKind != ArgumentKind.DefaultValue && places.Any(place => place.Names(parameter)))
                .Select(argument => argument.Value);
    }

    /// <summary>A component in a program without a server: what it shows has not left the client.</summary>
    private bool IsRenderedByTheClient(IMethodSymbol method) =>
        method.ContainingType.Name == "RenderTreeBuilder" && types["Microsoft.AspNetCore.Http.HttpResponse"] is null;

    private IEnumerable<IOperation> FromAssignment(IAssignmentOperation assignment)
    {
        if (_bags.IsWritten(assignment.Target))
            return [assignment.Value];
        if (assignment.Target is not IPropertyReferenceOperation { Property: { IsIndexer: false } property } || !_models.MayMatch(property.Name, ModelRole.Sink, Kind))
            return [];
        return _models.RowsOf(property).Any(row => row.Role == ModelRole.Sink && row.Kind == Kind) ? [assignment.Value] : [];
    }

    /// <summary>What an endpoint returns is written out, unless it is a result: the making of a result is a sink of its own.</summary>
    private IEnumerable<IOperation> FromEndpoint(IReturnOperation @return, IOperation value, ISymbol containingSymbol)
    {
        if (@return.Kind != OperationKind.Return || IsResult(value.Unwrap().Type?.UnwrapTask()) || FunctionBody.SymbolOf(@return, containingSymbol) is not { } method)
            return [];
        return _entryPoints.KindOf(method) is EndpointKind.Action or EndpointKind.RouteHandler or EndpointKind.HubMethod or EndpointKind.GrpcMethod
            ? [value.Unwrap()]
            : [];
    }

    private bool IsResult(ITypeSymbol? type) =>
        type.IsOrInherits(types["Microsoft.AspNetCore.Mvc.IActionResult"]) || type.IsOrInherits(types["Microsoft.AspNetCore.Http.IResult"]) ||
        type.IsOrInherits(types["Microsoft.AspNetCore.Mvc.Infrastructure.IConvertToActionResult"]) || type.IsOrInherits(types["System.Web.Mvc.ActionResult"]);

    /// <summary>Problems and the model state: what is put into them is found where it is put.</summary>
    private bool IsJudgedByItsMembers(ITypeSymbol? type) =>
        type.IsOrInherits(types["Microsoft.AspNetCore.Mvc.ProblemDetails"]) || type.IsOrInherits(types["Microsoft.AspNetCore.Mvc.ModelBinding.ModelStateDictionary"]);
}
